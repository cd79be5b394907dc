import { DateTime } from 'luxon'
import { getCustomer } from '#core/customers/queries/get_customer'
import { closedDates } from '#core/customers/opening_hours'
import type { Reader } from '#core/permissions/reader'
import type SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { nextDueAfter } from '#core/saved_reports/schedules/next_due_at'
import { type AskedSchedule, savedSchedule } from '#core/saved_reports/saved_schedule'

/**
 * Adds a schedule to a saved report, or puts it in the place of one.
 *
 * @param owner with whose rights the report is made
 * @throws what a schedule can be wrong in
 */
export async function saveSchedule(
  saved: SavedReport,
  asked: AskedSchedule,
  owner: Reader,
  schedule = new Schedule()
): Promise<Schedule> {
  const { customerId, id: savedReportId, query } = saved
  const { zone, holidays } = await getCustomer(customerId)
  const now = DateTime.utc()
  const values = savedSchedule(asked, { zone, query, owner })
  const { nextDueAt } = schedule
  // What is due already is still to be planned.
  const due = schedule.$isPersisted && nextDueAt !== null && nextDueAt <= now
  const kept = await schedule
    .merge({
      ...(schedule.$isPersisted ? {} : { customerId, savedReportId, createdAt: now }),
      ...values,
      nextDueAt: due ? nextDueAt : nextDueAfter(values, now, closedDates(holidays)),
      updatedAt: now,
    })
    .save()
  await saved.merge({ updatedAt: now }).save()
  return kept
}
