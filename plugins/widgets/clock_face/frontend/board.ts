import { defineShow } from '#core/contracts/board_content'

/** The server’s time, in the customer’s zone unless another is said. */
export default defineShow(({ settings = {} }) => ({
  kind: 'clock',
  zone: settings.zone ? String(settings.zone) : undefined,
  seconds: settings.seconds !== false,
  date: settings.date !== false,
}))
