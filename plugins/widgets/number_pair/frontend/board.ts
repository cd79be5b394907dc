import { warningOf } from '#core/contracts/board'
import { shownColumn, totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The first of the second, and its share, on which the warnings are. */
export default defineShow((widget, [whole], tools) => {
  const [part = '', all = ''] = widget.data?.columns ?? []
  if (!whole) return { kind: 'message', icon: 'columns-2', title: tools.word('choose') }
  const [some, total] = [totalOf(whole, part), totalOf(whole, all)]
  // Before the first call there is no share.
  const share =
    typeof some === 'number' && typeof total === 'number' && total > 0 ? (100 * some) / total : null
  const warning = warningOf(share, widget.warnings)
  return {
    kind: 'number',
    main: {
      ...shownColumn(whole, part, tools),
      look: warning?.look ?? null,
      warning: warning?.text,
      small: tools.word('of', {
        n: tools.format(total, tools.column(whole, all).unit),
        what: tools.column(whole, all).label,
      }),
    },
    beside: [{ value: share, unit: 'percent', label: tools.word('share') }],
  }
})
