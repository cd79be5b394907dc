import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'service_strip',
  label: 'Strip of the day',
  description: 'Each half hour of the day as a cell in the colour of its warning',
  icon: 'rows-2',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    warnings: true,
    smallest: { w: 4, h: 2 },
    usual: { w: 12, h: 2 },
    onScreen: 'yes',
    asks: (widget, board) =>
      asked(reportQuestion(widget, board, { interval: 'timeOfDay', intervalMinutes: 30 })),
  },
})
