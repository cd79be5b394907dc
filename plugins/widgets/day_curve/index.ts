import { asked, reportQuestion, usualQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'day_curve',
  label: 'Curve of the day',
  description: 'A figure through the day, over what is usual on this weekday',
  icon: 'chart-spline',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 3 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 4, h: 4 },
    usual: { w: 8, h: 6 },
    onScreen: 'yes',
    asks(widget, board) {
      const { usual = true, minutes = '30' } = widget.settings ?? {}
      const slots = reportQuestion(widget, board, {
        interval: 'timeOfDay',
        intervalMinutes: minutes === '15' ? 15 : minutes === '60' ? 60 : 30,
      })
      return asked(slots, usual ? usualQuestion(slots) : null)
    },
    settings: {
      usual: { label: 'Show what is usual', type: 'flag', default: true },
      minutes: {
        label: 'Slots of',
        type: 'choice',
        choices: { '15': '15 minutes', '30': '30 minutes', '60': 'An hour' },
        default: '30',
      },
    },
  },
})
