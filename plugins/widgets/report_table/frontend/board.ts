import { isColumn } from '#core/contracts/answer_columns'
import { nameOf, shownIn } from '#core/contracts/board_figures'
import { defineShow } from '#core/contracts/board_content'

/** A line for each row; the warnings are on the first column. */
export default defineShow((widget, [each], tools) => {
  const keys = widget.data?.columns ?? []
  if (!each) return { kind: 'message', icon: 'table', title: tools.word('choose') }
  const byTime = (widget.data?.interval ?? 'period') !== 'period'
  const named = each.rows.some((row) => row.object !== undefined || row.group !== undefined)
  const columns = each.columns.filter((column) => keys.some((key) => isColumn(column, key)))
  return {
    kind: 'table',
    columns: [
      ...(byTime ? [{ key: 'interval', label: tools.word('time'), unit: 'text' as const }] : []),
      ...(named ? [{ key: 'name', label: tools.word('name'), unit: 'text' as const }] : []),
      ...columns.map(({ key }) => tools.column(each, key)),
    ],
    rows: each.rows.map((row) => ({
      interval: { value: tools.interval(row), unit: 'text' as const },
      name: { value: nameOf(row), unit: 'text' as const },
      ...Object.fromEntries(
        columns.map(({ key }, at) => [
          key,
          shownIn(each, row, key, tools, at ? [] : widget.warnings),
        ])
      ),
    })),
  }
})
