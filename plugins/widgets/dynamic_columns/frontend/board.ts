import { shownReport } from '#core/contracts/board_report'
import { defineShow } from '#core/contracts/board_content'
import { familiesOf, familyFigure } from './shape.js'

/** What calls were found to hold, for each group or object. */
export default defineShow((_widget, [answer], tools) => {
  const report = answer && shownReport(answer, tools)
  const [family] = familiesOf(report?.columns ?? [])
  if (!report || !family) return { kind: 'message', icon: 'columns-3', title: tools.word('choose') }
  return { kind: 'picture', figure: familyFigure(family, report, tools) }
})
