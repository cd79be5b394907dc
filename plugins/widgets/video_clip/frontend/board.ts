import { defineShow } from '#core/contracts/board_content'

/** The browser loads it; the server never does. */
export default defineShow(({ title, settings = {} }, _answers, tools) => {
  const address = String(settings.address ?? '')
  if (!address.startsWith('https://'))
    return { kind: 'message', icon: 'clapperboard', title: tools.word('set') }
  return { kind: 'video', address, title: title ?? '' }
})
