import { columnIn } from '#core/contracts/board_figures'
import { columnInfoOf, shownReport } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { topFigure } from './shape.js'

/** Groups and objects in the order of a column, as many as there is room for. */
export default defineShow((widget, [answer], tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  if (!answer) return { kind: 'message', icon: 'list-ordered', title: tools.word('choose') }
  const column = columnInfoOf(answer, columnIn(answer, wish), tools)
  const { number = 10, order = 'highest' } = widget.settings ?? {}
  const most = Math.max(1, Number(number) || 10)
  const descending = order !== 'lowest'
  return {
    kind: 'picture',
    figure: topFigure(column, shownReport(answer, tools), { most, descending }, tools),
  }
})
