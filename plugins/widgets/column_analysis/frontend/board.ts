import { columnIn } from '#core/contracts/board_figures'
import { columnInfoOf, shownReport } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { columnFigure } from './shape.js'

/** One column of the report as a picture. */
export default defineShow((widget, [answer], tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  if (!answer) return { kind: 'message', icon: 'chart-no-axes-column', title: tools.word('choose') }
  const column = columnInfoOf(answer, columnIn(answer, wish), tools)
  const ordered = (widget.data?.interval ?? 'timeOfDay') !== 'period'
  return {
    kind: 'picture',
    figure: columnFigure(column, shownReport(answer, tools), tools.word('row'), ordered),
  }
})
