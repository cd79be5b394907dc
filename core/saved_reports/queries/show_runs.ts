import { DateTime } from 'luxon'
import { closedDates } from '#core/customers/opening_hours'
import { getCustomer } from '#core/customers/queries/get_customer'
import { type Dates, resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { type AskedSchedule, scheduleTimes } from '#core/saved_reports/saved_schedule'
import type { SavedQuery } from '#core/saved_reports/saved_query'
import { scheduleWarnings } from '#core/saved_reports/schedule_warnings'
import type { EarlySending } from '#core/saved_reports/schedules/sent_before_end'
import { nextRuns } from '#core/saved_reports/schedules/next_runs'

/** A sending to come, and the local dates that the report will cover. */
export interface ShownRun {
  dueAt: string
  zone: string
  date: string
  from: string
  to: string
}

/**
 * The next sendings of a schedule, saved or not, and the days that it covers if it is made as on a
 * local date, or today. With what its report counts of each day, also what it would lose.
 *
 * @throws E_BAD_PERIOD_COUNT, E_UNKNOWN_ZONE
 */
export async function showRuns(
  customerId: number,
  asked: AskedSchedule,
  { count, on, window }: { count: number; on?: string; window?: SavedQuery['period'] }
): Promise<{ runs: ShownRun[]; period: Dates; warnings: EarlySending[] }> {
  const customer = await getCustomer(customerId)
  const times = scheduleTimes(asked, customer.zone)
  const holidays = closedDates(customer.holidays)
  const now = DateTime.utc()
  const daysOf = (day: string) => resolvePeriod(times.period, { count: times.periodCount, on: day })
  const runs = nextRuns(times, now, count, holidays).map((run) => ({
    dueAt: run.dueAt.toISO() as string,
    zone: times.zone,
    date: run.date,
    ...daysOf(run.on),
  }))
  const warnings = window ? scheduleWarnings(times, { report: '', period: window }, customer) : []
  return { runs, warnings, period: daysOf(on ?? (now.setZone(times.zone).toISODate() as string)) }
}
