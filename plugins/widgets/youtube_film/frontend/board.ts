import { defineShow } from '#core/contracts/board_content'

/** The eleven characters that a film is known by, of what people copy. */
const idIn = (text: string) =>
  /^[\w-]{11}$/.exec(text)?.[0] ??
  /(?:v=|youtu\.be\/|embed\/|shorts\/)([\w-]{11})(?![\w-])/.exec(text)?.[1]

/** By the address that sets no cookies. Where it starts by itself it is silent, as browsers demand. */
export default defineShow(({ title, settings = {} }, _answers, tools) => {
  const id = idIn(String(settings.video ?? '').trim())
  if (!id) return { kind: 'message', icon: 'tv', title: tools.word('set') }
  const wish = new URLSearchParams({
    ...(settings.auto === true && { autoplay: '1', mute: '1' }),
    ...(settings.loop === true && { loop: '1', playlist: id }),
    ...(settings.subtitles === true && { cc_load_policy: '1' }),
  })
  return {
    kind: 'frame',
    address: `https://www.youtube-nocookie.com/embed/${id}?${wish}`,
    title: title || 'YouTube',
    reloadEvery: null,
    from: 'youtube',
  }
})
