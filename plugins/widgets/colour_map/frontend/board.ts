import { columnIn } from '#core/contracts/board_figures'
import { columnInfoOf, shownReport } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { objectFigure, weekdayFigure } from './shape.js'

/** A column as a field of colours: by weekday, or by object. */
export default defineShow((widget, answers, tools) => {
  const [wish = ''] = widget.data?.columns ?? []
  const [first] = answers
  if (!first) return { kind: 'message', icon: 'grid-3x3', title: tools.word('choose') }
  const column = columnInfoOf(first, columnIn(first, wish), tools)
  if (widget.settings?.map === 'objects') {
    return { kind: 'picture', figure: objectFigure(column, shownReport(first, tools), tools) }
  }
  const weekdays = widget.data?.period?.weekdays ?? [1, 2, 3, 4, 5, 6, 7]
  const days = answers.map((answer, at) => ({
    ...shownReport(answer, tools),
    label: tools.interval({ interval: String(weekdays[at] ?? at + 1) }),
  }))
  return { kind: 'picture', figure: weekdayFigure(column, days, tools) }
})
