import { asked, reportQuestion, usualQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'day_in_words',
  label: 'The day in words',
  description: 'A sentence about the figures, against a usual day',
  icon: 'text-quote',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 4 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 3, h: 2 },
    usual: { w: 6, h: 2 },
    onScreen: 'yes',
    asks(widget, board) {
      const whole = reportQuestion(widget, board)
      return asked(whole, usualQuestion(whole))
    },
  },
})
