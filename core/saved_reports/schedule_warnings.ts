import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { closedDates } from '#core/customers/opening_hours'
import type { ReportPeriod } from '#core/reports/report_query'
import { toReportQuery } from '#core/reports/validators/to_report_query'
import type { SavedQuery } from '#core/saved_reports/saved_query'
import type { SchedulePeriod } from '#core/saved_reports/schedules/dated_runs'
import type { ScheduleTimes } from '#core/saved_reports/schedules/next_runs'
import { type EarlySending, sentBeforeEnd } from '#core/saved_reports/schedules/sent_before_end'

/** What a schedule has to be told of though it can be saved: that it sends before its hours have ended. */
export function scheduleWarnings(
  schedule: ScheduleTimes & SchedulePeriod,
  query: Pick<SavedQuery, 'report' | 'period'>,
  { zone, holidays, openingHours }: Pick<Customer, 'zone' | 'holidays' | 'openingHours'>
): EarlySending[] {
  const clock = { zone, holidays: closedDates(holidays), openingHours }
  const early = sentBeforeEnd(schedule, countedPeriod(query), clock, DateTime.utc())
  return early ? [early] : []
}

/** What a saved report counts of each day, with what is usual where it says nothing. */
function countedPeriod({ report, period }: Pick<SavedQuery, 'report' | 'period'>): ReportPeriod {
  const dates = { from: '2026-01-01', to: '2026-01-01' }
  return toReportQuery({ report, period: { ...period, ...dates } }, 'en').period
}
