import { asked, reportQuestion, usualQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'

export default definePlugin({
  kind: 'widget',
  key: 'number_tile',
  label: 'Number',
  description: 'One figure, large, with how it compares with a usual day',
  icon: 'hash',
  shows: 'report',
  board: {
    data: 'report',
    columns: { least: 1, most: 2 },
    units: ['count', 'number', 'percent', 'seconds'],
    warnings: true,
    smallest: { w: 2, h: 2 },
    usual: { w: 3, h: 3 },
    onScreen: 'yes',
    asks(widget, board) {
      const { compare = 'usual', spark = true } = widget.settings ?? {}
      const whole = reportQuestion(widget, board)
      return asked(
        whole,
        compare === 'usual' ? usualQuestion(whole) : null,
        spark && whole?.period.choice === 'today'
          ? reportQuestion(widget, board, { interval: 'timeOfDay', intervalMinutes: 60 })
          : null
      )
    },
    settings: {
      compare: {
        label: 'Compare with',
        type: 'choice',
        choices: { usual: 'The usual for this weekday and time', none: 'Nothing' },
        default: 'usual',
      },
      better: {
        label: 'Better is',
        type: 'choice',
        choices: { neither: 'Neither', higher: 'Higher', lower: 'Lower' },
        default: 'neither',
      },
      spark: { label: 'Curve of the day', type: 'flag', default: true },
    },
  },
})
