import { defineShow } from '#core/contracts/board_content'

/** Stands still where it has the room, or where nothing should move. */
export default defineShow(({ settings = {} }, _answers, tools) => {
  const text = String(settings.text ?? '').trim()
  return text
    ? { kind: 'ticker', text }
    : { kind: 'message', icon: 'megaphone', title: tools.word('set') }
})
