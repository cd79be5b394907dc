import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'stacked_outcomes',
  label: 'Stacked outcomes',
  description: 'What became of the calls, stacked over the day',
  icon: 'chart-column-stacked',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 10 },
    units: ['count'],
    smallest: { w: 4, h: 4 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks(widget, board) {
      const { by = 'timeOfDay' } = widget.settings ?? {}
      const interval = by === 'date' || by === 'weekday' ? by : 'timeOfDay'
      return asked(reportQuestion(widget, board, { interval, intervalMinutes: 60 }))
    },
    settings: {
      by: {
        label: 'Over',
        type: 'choice',
        choices: { timeOfDay: 'Hours of the day', date: 'Dates', weekday: 'Weekdays' },
        default: 'timeOfDay',
      },
    },
  },
})
