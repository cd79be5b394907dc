import { warningOf } from '#core/contracts/board'
import { totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The warnings are on how many wait. */
export default defineShow((widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'phone-incoming', title: tools.word('choose') }
  const waiting = totalOf(now, 'waiting')
  const warning = warningOf(typeof waiting === 'number' ? waiting : null, widget.warnings)
  return {
    kind: 'number',
    main: { value: waiting, unit: 'count', look: warning?.look ?? null, warning: warning?.text },
    beside: [
      { value: totalOf(now, 'longestWaitSince'), unit: 'since', label: tools.word('longest') },
    ],
  }
})
