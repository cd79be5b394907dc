import {
  isoDate,
  isoWeek,
  mondayOf,
  partsOf,
  type CalendarDay,
} from '#core/reports/intervals/calendar_day'
import type { BlockLength, IntervalGrouping } from '#core/reports/report_query'

/**
 * An interval as a number that sorts as intervals do: the slot of the day, the weekday, the day, the
 * week's Monday, the month, year × 4 + quarter − 1, the year, year × 100 + month, or 0.
 * `compile/interval_sql.ts` makes the same numbers in SQL.
 */
export type IntervalCode = number

/** Of a day; slots of the day are numbered by their minute instead. */
export function codeOfDay(grouping: IntervalGrouping, day: CalendarDay): IntervalCode {
  const { year, month, weekday } = partsOf(day)
  switch (grouping) {
    case 'weekday':
      return weekday
    case 'date':
      return day
    case 'week':
      return mondayOf(day)
    case 'month':
      return month
    case 'quarter':
      return year * 4 + Math.floor((month - 1) / 3)
    case 'year':
      return year
    case 'yearMonth':
      return year * 100 + month
    default:
      return 0
  }
}

/** The key that stands for an interval in every language, such as `07:00` or `2026-W05`. */
export function intervalKey(
  code: IntervalCode,
  grouping: IntervalGrouping,
  block: BlockLength,
  stretch: { from: string; to: string }
): string {
  switch (grouping) {
    case 'timeOfDay':
      return clock(code * block)
    case 'weekday':
    case 'year':
      return String(code)
    case 'date':
      return isoDate(code)
    case 'week': {
      const { year, week } = isoWeek(code)
      return `${year}-W${two(week)}`
    }
    case 'month':
      return two(code)
    case 'quarter':
      return `${Math.floor(code / 4)}-Q${(code % 4) + 1}`
    case 'yearMonth':
      return `${Math.floor(code / 100)}-${two(code % 100)}`
    case 'period':
      return `${stretch.from}/${stretch.to}`
  }
}

/** A minute of the day as `07:30`; the end of the day is `24:00`. */
export const clock = (minute: number): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

const two = (number: number) => String(number).padStart(2, '0')
