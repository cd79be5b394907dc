import type { Interval } from '../api/report.js'
import { countedDays } from './counted_days.js'

type Stretch = Parameters<typeof countedDays>[0]

/** Groupings whose rows mean the same whichever days they are of. */
const timeless = new Set<Interval>(['timeOfDay', 'weekday', 'month'])

/**
 * Where an interval stands in its period, so that two periods can be laid beside each other: the same
 * time of day, weekday or month, or else the first day beside the first, the second week beside the
 * second. Places are sortable.
 */
export function intervalPlaces(interval: Interval, period: Stretch): (key: string) => string {
  if (timeless.has(interval)) return (key) => key
  if (interval === 'period') return () => ''
  const keys = [...new Set(countedDays(period).map((date) => intervalOfDay(date, interval)))]
  const places = new Map(keys.map((key, index) => [key, String(index).padStart(5, '0')]))
  // What no day of the period is in comes last, and beside nothing.
  return (key) => places.get(key) ?? `~${key}`
}

/** The key of the row that a day is in, as reports write it. */
export function intervalOfDay(date: string, interval: Interval): string {
  const [year, month] = [date.slice(0, 4), Number(date.slice(5, 7))]
  switch (interval) {
    case 'week':
      return isoWeek(date)
    case 'yearMonth':
      return date.slice(0, 7)
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'year':
      return year
    default:
      return date
  }
}

/** The week of a day is that of its Thursday. */
function isoWeek(date: string): string {
  const thursday = new Date(`${date}T00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const year = thursday.getUTCFullYear()
  const day = (thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000
  return `${year}-W${String(Math.floor(day / 7) + 1).padStart(2, '0')}`
}
