import { columnIn, shownColumn, totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** A figure between nothing and the most that is expected. */
export default defineShow((widget, [whole], tools) => {
  const [key = '', of] = widget.data?.columns ?? []
  if (!whole) return { kind: 'message', icon: 'circle-gauge', title: tools.word('choose') }
  const { target = 100, most } = widget.settings ?? {}
  const value = Number(totalOf(whole, key) ?? 0)
  return {
    kind: 'gauge',
    main: {
      ...shownColumn(whole, key, tools, widget.warnings),
      ...(of && {
        small: tools.word('of', {
          n: tools.format(totalOf(whole, of), 'count'),
          what: tools.column(whole, columnIn(whole, of)).label,
        }),
      }),
    },
    most: Number(most) || Math.max(1.25 * Number(target), value),
    target: Number(target),
  }
})
