import {
  CalendarDate,
  endOfMonth,
  endOfWeek,
  parseDate,
  startOfMonth,
  startOfWeek,
  startOfYear,
} from '@internationalized/date'

/** Stretches of days that are often asked for. */
export const quickPeriods = [
  'today',
  'yesterday',
  'last7Days',
  'thisWeek',
  'lastWeek',
  'thisMonth',
  'lastMonth',
  'last30Days',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const
export type QuickPeriod = (typeof quickPeriods)[number]

/** First and last day of a quick period, as seen from a day. Weeks begin on Monday. */
export function daysOf(period: QuickPeriod, today: CalendarDate): { from: string; to: string } {
  const between = (from: CalendarDate, to: CalendarDate) => ({
    from: from.toString(),
    to: to.toString(),
  })
  switch (period) {
    case 'today':
      return between(today, today)
    case 'yesterday':
      return between(today.subtract({ days: 1 }), today.subtract({ days: 1 }))
    case 'thisWeek':
      return between(startOfWeek(today, 'sv-SE'), today)
    case 'lastWeek': {
      const day = today.subtract({ weeks: 1 })
      return between(startOfWeek(day, 'sv-SE'), endOfWeek(day, 'sv-SE'))
    }
    case 'thisMonth':
      return between(startOfMonth(today), today)
    case 'lastMonth': {
      const day = today.subtract({ months: 1 })
      return between(startOfMonth(day), endOfMonth(day))
    }
    case 'last7Days':
      return between(today.subtract({ days: 7 }), today.subtract({ days: 1 }))
    case 'thisQuarter':
      return between(startOfQuarter(today), today)
    case 'lastQuarter': {
      const end = startOfQuarter(today).subtract({ days: 1 })
      return between(startOfQuarter(end), end)
    }
    case 'thisYear':
      return between(startOfYear(today), today)
    case 'lastYear': {
      const end = startOfYear(today).subtract({ days: 1 })
      return between(startOfYear(end), end)
    }
    case 'last30Days':
      return between(today.subtract({ days: 29 }), today)
  }
}

/** The first day of the quarter that a day is in. */
const startOfQuarter = (day: CalendarDate) =>
  startOfMonth(day.subtract({ months: (day.month - 1) % 3 }))

/** A date as people type it, `2026-01-31`, `20260131`, `31.1.2026` or `31/1/2026`; null where it is none. */
export function readDate(text: string): string | null {
  const [, y1, m1, d1] = /^\s*(\d{4})[-./]?(\d{1,2})[-./]?(\d{1,2})\s*$/.exec(text) ?? []
  const [, d2, m2, y2] = /^\s*(\d{1,2})[-./](\d{1,2})[-./](\d{4})\s*$/.exec(text) ?? []
  const [year, month, day] = [y1 ?? y2, m1 ?? m2, d1 ?? d2].map(Number)
  if (!year || !month || !day) return null
  const date = new CalendarDate(year, month, day)
  // The calendar clamps what does not exist, such as 31 February.
  return date.month === month && date.day === day ? date.toString() : null
}

/** A time of day as people type it, `8`, `830`, `8.30` or `08:30`; null where it is none. */
export function readClock(text: string): string | null {
  const [, hours, minutes = '00'] =
    /^\s*(\d{1,2})(?:[:.]?(\d{2}))?\s*$/.exec(text) ?? /^\s*(\d)(\d{2})\s*$/.exec(text) ?? []
  if (hours === undefined) return null
  const clock = `${hours.padStart(2, '0')}:${minutes}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(clock) ? clock : null
}

/** Days from one date to another, both included; 0 where the second is before the first. */
export function countDays(from: string, to: string): number {
  const difference = parseDate(to).toDate('UTC').getTime() - parseDate(from).toDate('UTC').getTime()
  return Math.max(0, Math.round(difference / 86_400_000) + 1)
}
