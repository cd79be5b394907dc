import { shownLive } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** How many are still to be reached, and of how many. */
export default defineShow((widget, [answer], tools) => {
  if (!answer?.total) return { kind: 'message', icon: 'phone-missed', title: tools.word('choose') }
  const { missed = null, notReached = null, reached = null } = answer.total
  return {
    kind: 'number',
    main: {
      ...shownLive(notReached, 'count', widget.warnings),
      small: tools.word('of', { n: tools.format(missed, 'count') }),
    },
    beside: [{ value: reached, unit: 'count', label: tools.word('reached') }],
  }
})
