import { defineShow } from '#core/contracts/board_content'

/** The browser loads it; the server never does. */
export default defineShow(({ title, settings = {} }, _answers, tools) => {
  const address = String(settings.address ?? '')
  if (!address.startsWith('https://'))
    return { kind: 'message', icon: 'image', title: tools.word('set') }
  return {
    kind: 'image',
    address,
    alt: title ?? '',
    fit: settings.fit === 'cover' ? 'cover' : 'contain',
  }
})
