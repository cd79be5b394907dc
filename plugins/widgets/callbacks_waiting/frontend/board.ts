import { shownLive, totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** No numbers of callers: a wall needs none. */
export default defineShow((widget, [now], tools) => {
  if (!now) return { kind: 'message', icon: 'phone-outgoing', title: tools.word('choose') }
  return {
    kind: 'number',
    main: shownLive(totalOf(now, 'callbacks'), 'count', widget.warnings),
    beside: [
      { value: totalOf(now, 'oldestCallbackSince'), unit: 'since', label: tools.word('oldest') },
    ],
  }
})
