import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'record_hour',
  label: 'Busiest hour',
  description: 'The hour of the period with the highest figure',
  icon: 'trophy',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(reportQuestion(widget, board, { interval: 'timeOfDay', intervalMinutes: 60 })),
  },
})
