import { columnIn, nameOf, shownIn } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** Objects or groups by a column; those without a value are left out. */
export default defineShow((widget, [each], tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  if (!each) return { kind: 'message', icon: 'list-ordered', title: tools.word('choose') }
  const key = columnIn(each, wish)
  const { rows = 8, order = 'highest' } = widget.settings ?? {}
  const sign = order === 'lowest' ? 1 : -1
  return {
    kind: 'ranking',
    values: each.rows
      .filter((row) => typeof row[key] === 'number')
      .sort((a, b) => sign * (Number(a[key]) - Number(b[key])))
      .slice(0, Math.max(1, Number(rows)))
      .map((row) => ({ ...shownIn(each, row, key, tools, widget.warnings), label: nameOf(row) })),
  }
})
