import { columnIn } from '#core/contracts/board_figures'
import { columnInfoOf, shownReport } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { rowsFigure, totalFigure } from './shape.js'

/** The first column divided into the others: in all, or row by row. */
export default defineShow((widget, [answer], tools) => {
  const [whole = '', ...parts] = widget.data?.columns ?? []
  if (!answer || !parts.length) {
    return { kind: 'message', icon: 'chart-bar-stacked', title: tools.word('choose') }
  }
  const of = columnInfoOf(answer, columnIn(answer, whole), tools)
  const divided = parts.map((key) => columnInfoOf(answer, columnIn(answer, key), tools))
  const report = shownReport(answer, tools)
  if (widget.settings?.rows !== 'each') {
    const total = report.total ?? report.rows[0] ?? null
    return { kind: 'picture', figure: totalFigure(of, divided, { ...report, total }, tools) }
  }
  const ordered = (widget.data?.interval ?? 'timeOfDay') !== 'period'
  return { kind: 'picture', figure: rowsFigure(of, divided, report, tools, ordered) }
})
