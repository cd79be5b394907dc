import { asked, reportQuestion } from '#core/contracts/board_questions'
import { definePlugin } from '#core/contracts/plugin'
import type { QuestionPeriod } from '#core/contracts/question'

const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** Stretches that have each weekday; of the others the last four weeks are taken. */
const LONG = ['previousMonth', 'lastYear', 'lastYears', 'lastMonths', 'lastWeeks']
const severalWeeks = (period: QuestionPeriod): QuestionPeriod => {
  const isLong = LONG.includes(period.choice) || (period.count ?? 0) >= 7
  return isLong ? period : { ...period, choice: 'lastWeeks', count: 4 }
}

const drawable: readonly string[] = ['count', 'number', 'percent', 'seconds']

export default definePlugin({
  kind: 'widget',
  key: 'colour_map',
  label: 'Colour map',
  description:
    'Patterns and exceptions in much data at a glance: the stronger the colour, the higher the value',
  icon: 'grid-3x3',
  shows: 'report',
  fits: ({ columns }) =>
    columns.filter(({ unit }) => drawable.includes(unit)).map(({ key }) => key),
  board: {
    data: 'report',
    columns: { least: 1, most: 1 },
    units: ['count', 'number', 'percent', 'seconds'],
    smallest: { w: 4, h: 5 },
    usual: { w: 6, h: 6 },
    onScreen: 'yes',
    asks(widget, board) {
      const interval = 'timeOfDay' as const
      const intervalMinutes = widget.data?.intervalMinutes ?? 60
      if (widget.settings?.map === 'objects') {
        return asked(
          reportQuestion(widget, board, { grouping: 'object', interval, intervalMinutes })
        )
      }
      const period = severalWeeks(widget.data?.period ?? board.period)
      return asked(
        ...(period.weekdays ?? WEEK).map((day) =>
          reportQuestion(widget, board, {
            interval,
            intervalMinutes,
            period: { ...period, weekdays: [day] },
          })
        )
      )
    },
    settings: {
      map: {
        label: 'Picture',
        type: 'choice',
        choices: { weekdays: 'Time of day and weekday', objects: 'Object and time of day' },
        default: 'weekdays',
      },
    },
  },
})
