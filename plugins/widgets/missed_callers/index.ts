import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'missed_callers',
  label: 'Missed and not reached',
  description: 'Callers who were missed and whom nobody has reached since',
  icon: 'phone-missed',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    needs: 'followUp',
    warnings: true,
    smallest: { w: 2, h: 3 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) => asked(reportQuestion(widget, board, { aspect: 'followUp' })),
  },
})
