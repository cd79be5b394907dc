import { DateTime } from 'luxon'
import { getCustomer } from '#core/customers/queries/get_customer'
import { resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { type AskedSchedule, scheduleTimes } from '#core/saved_reports/saved_schedule'
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
 * The next sendings of a schedule, saved or not.
 *
 * @throws E_BAD_PERIOD_COUNT, E_UNKNOWN_ZONE
 */
export async function showRuns(
  customerId: number,
  asked: AskedSchedule,
  count: number
): Promise<ShownRun[]> {
  const customer = await getCustomer(customerId)
  const times = scheduleTimes(asked, customer.zone)
  const holidays = (customer.holidays ?? []).map(({ date }) => date)
  return nextRuns(times, DateTime.utc(), count, holidays).map(({ dueAt, date, on }) => ({
    dueAt: dueAt.toISO() as string,
    zone: times.zone,
    date,
    ...resolvePeriod(times.period, { count: times.periodCount, on }),
  }))
}
