import { DateTime } from 'luxon'
import type { Chance } from './chance.js'

/** Seconds of a local day, and what happens on it. */
export interface DayPlan {
  date: string
  /** The instant, in seconds, that local seconds of the day are counted from. */
  midnight: number
  /** Seconds of the day; the same where the site is closed all day. */
  opens: number
  closes: number
  /** Seconds of the day at which somebody calls, in order. */
  calls: number[]
  /** How large a part of the staff is at work. */
  staffed: number
}

const hour = 3600
/** More callers than that would find nobody free all day. */
const MOST_BUSY = 8
const perWeekday = 178
const byWeekday = [1.22, 1.03, 0.98, 0.95, 0.86, 0.18, 0.03]
const byMonth = [1.05, 1, 1, 0.97, 0.95, 0.86, 0.6, 0.82, 1.04, 1.05, 1.1, 1.32]
const holidays = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])
/** Share of the calls in each half hour from 07:00 to 18:00. */
const profile = [1, 2, 5, 7, 10, 11, 10, 9, 7, 6, 5, 5, 8, 9, 9, 8, 6, 5, 4, 3, 1.5, 1]

/** How a day is at the site: how many call and when, and when it is open. Above a pace of 1 it never closes. */
export function dayPlan(date: string, zone: string, chance: Chance, pace = 1): DayPlan {
  if (pace > 1) return busyDay(date, zone, chance, pace)
  const eight = DateTime.fromISO(`${date}T08:00:00`, { zone })
  const holiday = holidays.has(date.slice(5))
  const saturday = eight.weekday === 6
  const closed = holiday || eight.weekday === 7
  const [opens, closes] = closed
    ? [0, 0]
    : saturday
      ? [10 * hour, 14 * hour]
      : [8 * hour, 17 * hour]
  const expected =
    perWeekday * byWeekday[eight.weekday - 1]! * byMonth[eight.month - 1]! * (holiday ? 0.05 : 1)
  const count = Math.round(expected * (0.86 + 0.28 * chance.next()))
  const calls = Array.from({ length: count }, () =>
    saturday ? chance.between(9.5 * hour, 14.5 * hour) : callAt(chance)
  )
  return {
    date,
    midnight: eight.toSeconds() - 8 * hour,
    opens,
    closes,
    calls: calls.sort((a, b) => a - b),
    staffed: eight.month === 7 ? 0.47 : 0.62,
  }
}

/** The busiest hour of a weekday, so many times as busy, from midnight to midnight. */
function busyDay(date: string, zone: string, chance: Chance, pace: number): DayPlan {
  const eight = DateTime.fromISO(`${date}T08:00:00`, { zone })
  const count = Math.round(22 * 24 * Math.min(pace, MOST_BUSY))
  const calls = Array.from({ length: count }, () => chance.between(0, 24 * hour - 1))
  return {
    date,
    midnight: eight.toSeconds() - 8 * hour,
    opens: 0,
    closes: 24 * hour,
    calls: calls.sort((a, b) => a - b),
    staffed: 1,
  }
}

const all = profile.reduce((sum, share) => sum + share, 0)

function callAt(chance: Chance): number {
  let left = chance.next() * all
  const slot = profile.findIndex((share) => (left -= share) < 0)
  return 7 * hour + Math.max(0, slot) * (hour / 2) + chance.between(0, hour / 2 - 1)
}
