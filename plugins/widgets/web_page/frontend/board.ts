import { defineShow } from '#core/contracts/board_content'

const SOONEST = 15

/** Loaded by the browser, shut off from the board around it. */
export default defineShow(({ title, settings = {} }, _answers, tools) => {
  const address = String(settings.address ?? '')
  if (!address.startsWith('https://'))
    return { kind: 'message', icon: 'app-window', title: tools.word('set') }
  const { reload = true, seconds = 60 } = settings
  return {
    kind: 'frame',
    address,
    title: title || address,
    reloadEvery: reload ? Math.max(SOONEST, Number(seconds) || 60) : null,
    from: 'site',
  }
})
