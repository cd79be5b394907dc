import { asked, reportQuestion, usualQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'day_forecast',
  label: 'Forecast of the day',
  description: 'What the day is expected to end at, by what is usual for the rest of it',
  icon: 'telescope',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 2 },
    units: ['count', 'percent'],
    warnings: true,
    smallest: { w: 2, h: 3 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks(widget, board) {
      const today = reportQuestion(widget, board, { period: { choice: 'today' } })
      const usual = usualQuestion(today)
      return asked(today, usual, usual && { ...usual, whole: true })
    },
  },
})
