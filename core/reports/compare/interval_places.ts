import { codeOfDay, intervalKey } from '#core/reports/intervals/interval_code'
import { reportWindow } from '#core/reports/intervals/report_window'
import type { ReportQuery } from '#core/reports/report_query'

/** Groupings whose rows mean the same whichever days they are of. */
const timeless = new Set(['timeOfDay', 'weekday', 'month'])

/**
 * Where an interval stands in its period, so that two periods can be laid beside each other: the same
 * time of day, weekday or month, or else the first day beside the first, the second week beside the
 * second. Places sort as texts.
 */
export function intervalPlaces({
  interval,
  intervalMinutes,
  period,
}: Pick<ReportQuery, 'interval' | 'intervalMinutes' | 'period'>): (key: string) => string {
  if (timeless.has(interval)) return (key) => key
  if (interval === 'period') return () => ''
  // A holiday that is left out keeps its place: what follows it stays beside what it is compared with.
  const { days } = reportWindow({ ...period, holidays: undefined, hours: undefined })
  const keys = days.map((day) =>
    intervalKey(codeOfDay(interval, day), interval, intervalMinutes, period)
  )
  const places = new Map([...new Set(keys)].map((key, at) => [key, String(at).padStart(5, '0')]))
  // What no day of the period is in comes last, and beside nothing.
  return (key) => places.get(key) ?? `~${key}`
}
