import { columnIn, shownColumn, totalOf } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** The share, its target, and the second column as what it is of. */
export default defineShow((widget, [whole], tools) => {
  const [key = '', of] = widget.data?.columns ?? []
  if (!whole) return { kind: 'message', icon: 'gauge', title: tools.word('choose') }
  const { target = 80 } = widget.settings ?? {}
  const goal = Number(target)
  const usual = [
    { side: 'from', at: goal, look: 'ok' },
    { side: 'below', at: goal, look: 'warning' },
    { side: 'below', at: goal - 20, look: 'critical' },
  ] as const
  const warnings = widget.warnings?.length ? widget.warnings : usual
  return {
    kind: 'gauge',
    main: {
      ...shownColumn(whole, key, tools, warnings),
      ...(of && {
        small: tools.word('of', {
          n: tools.format(totalOf(whole, of), 'count'),
          what: tools.column(whole, columnIn(whole, of)).label,
        }),
      }),
    },
    most: 100,
    target: goal,
  }
})
