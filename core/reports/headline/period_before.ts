import { previousPeriod } from '#core/contracts/previous_period'
import type { ReportPeriod } from '#core/reports/report_query'

/**
 * The period that a report's figures are set beside: of the same length, just before. Days that have not
 * come yet do not count, and of today alone only the hours that have been. None for single dates, and
 * where nothing of the period has been yet.
 *
 * @param now the local date and time of day up to which there are figures, `2026-01-31` and `08:30`
 */
export function periodBefore(
  period: ReportPeriod,
  now: { date: string; time: string }
): ReportPeriod | null {
  const { from, to, dates, fromTime, toTime } = period
  if (dates?.length || from > now.date) return null
  const last = to < now.date ? to : now.date
  const before = { ...period, ...previousPeriod(from, last) }
  if (from !== now.date || toTime <= now.time) return before
  return now.time > fromTime ? { ...before, toTime: now.time } : null
}
