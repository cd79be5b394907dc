import { totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

const parts = [
  ['agentsReady', 'good'],
  ['agentsTalking', 'busy'],
  ['agentsWrapUp', 1],
  ['agentsPaused', 'away'],
] as const

/** One bar that is divided, under how many are logged on. */
export default defineShow((_widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'headset', title: tools.word('choose') }
  const number = (key: string) => {
    const value = totalOf(now, key)
    return typeof value === 'number' ? value : null
  }
  return {
    kind: 'parts',
    total: { value: number('agentsLoggedOn'), unit: 'count', label: tools.word('loggedOn') },
    parts: parts.map(([key, tone]) => ({ label: tools.word(key), value: number(key), tone })),
  }
})
