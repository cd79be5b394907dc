import type { Interval } from '../api/report.js'
import { countDays } from './calendar.js'

/** The interval groupings that say something about a period: none that would be a single row, but the period itself. */
export function fittingIntervals(from: string, to: string): Interval[] {
  const days = countDays(from, to)
  const year = (date: string) => Number(date.slice(0, 4))
  const month = (date: string) => year(date) * 12 + Number(date.slice(5, 7)) - 1
  const months = month(to) - month(from) + 1
  const quarters = Math.floor(month(to) / 3) - Math.floor(month(from) / 3) + 1
  const fits: Record<Interval, boolean> = {
    timeOfDay: true,
    weekday: days > 1,
    date: days > 1,
    week: week(to) > week(from),
    // Months of different years in one row: for whole years side by side.
    month: months > 12,
    yearMonth: months > 1,
    quarter: quarters > 1,
    year: year(to) > year(from),
    period: true,
  }
  return (Object.keys(fits) as Interval[]).filter((interval) => fits[interval])
}

/** Days up to which dates are told apart, and up to which weeks are. */
const MOST_DATES = 31
const MOST_WEEKS_DAYS = 120

/** What a period is shown by where nothing is said: a day by its hours, then by dates, weeks and months. */
export function usualInterval(from: string, to: string): Interval {
  const days = countDays(from, to)
  if (days <= 1) return 'timeOfDay'
  if (days <= MOST_DATES) return 'date'
  return days <= MOST_WEEKS_DAYS ? 'week' : 'yearMonth'
}

/** Weeks since a Monday long ago. */
function week(date: string) {
  return Math.floor((Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 3) / 7)
}
