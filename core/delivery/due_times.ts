import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import type { DateTime } from 'luxon'
import Customer from '#core/customers/models/customer'
import { closedDates } from '#core/customers/opening_hours'
import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import Schedule from '#core/saved_reports/models/schedule'
import { keptMoment, nextDueAfter } from '#core/saved_reports/schedules/next_due_at'
import { runsAfter } from '#core/saved_reports/schedules/next_runs'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

const AT_ONCE = 100
/** The clocks of several servers differ by less than this. */
const CLOCKS_DIFFER = { minutes: 1 }

/**
 * Has the due times calculated again that may have changed without their schedule: of customers whose
 * holidays were changed since it was last looked, and all where the clock has been set back.
 */
export async function forgetDueTimes(before: DateTime | null, now: DateTime): Promise<void> {
  const schedules = db.from('saved_report_schedules')
  if (before && before > now.plus(CLOCKS_DIFFER)) {
    await schedules.whereNot('send', 'never').update({ next_due_at: null })
    return
  }
  if (!before) return
  const changed = (await db
    .from('customers')
    .where('holidays_changed_at', '>=', momentText(before.minus(CLOCKS_DIFFER)))
    .select('id')) as { id: number }[]
  if (!changed.length) return
  await schedules
    .whereIn(
      'customer_id',
      changed.map(({ id }) => id)
    )
    .whereNot('send', 'never')
    .update({ next_due_at: null })
}

/** Calculates the due times that are not known: the first after a moment, and after the schedule was made. */
export async function calculateDueTimes(since: DateTime): Promise<void> {
  /** Tried again the next time. */
  const left: number[] = []
  const pause = yieldToEventLoop()
  for (;;) {
    const schedules = await Schedule.query()
      .whereNull('nextDueAt')
      .whereNotIn('id', left)
      .orderBy('id')
      .limit(AT_ONCE)
    if (!schedules.length) return
    const companies = await Customer.findMany([...new Set(schedules.map((one) => one.customerId))])
    const holidays = new Map(companies.map((one) => [one.id, closedDates(one.holidays)]))
    const calculated: { id: number; updatedAt: DateTime; at: DateTime }[] = []
    for (const schedule of schedules) {
      const { id, customerId, updatedAt } = schedule
      try {
        const at = firstDue(schedule, since, holidays.get(customerId) ?? [])
        calculated.push({ id, updatedAt, at })
      } catch (error) {
        left.push(id)
        logger.error({ err: error as Error, schedule: id }, 'A schedule has no next time')
      }
      await pause()
    }
    await writeTransaction(async (client) => {
      for (const { id, updatedAt, at } of calculated) {
        const kept = await client
          .from('saved_report_schedules')
          .where({ id, updated_at: momentText(updatedAt) })
          .whereNull('next_due_at')
          .update({ next_due_at: momentText(at) })
        if (!Number(kept)) left.push(id)
      }
    })
  }
}

/** Further than closed days in a row move a sending back. */
const MOVED_BACK = { days: 14 }

/**
 * The first moment after `since`. A holiday that was entered late can move a planned day that is still to
 * come to a moment that is over: that one comes first, so that its period is not left out.
 */
function firstDue(schedule: Schedule, since: DateTime, holidays: readonly string[]): DateTime {
  const { createdAt, closedDays, zone } = schedule
  const after = since < createdAt ? createdAt : since
  if (closedDays !== 'previousWorkingDay') return nextDueAfter(schedule, after, holidays)
  const today = after.setZone(zone).toISODate() as string
  const back = after.minus(MOVED_BACK)
  for (const run of runsAfter(schedule, back < createdAt ? createdAt : back, holidays)) {
    const isMissed = run.on >= today && run.date < run.on
    if (run.dueAt > after || isMissed) return keptMoment(run)
  }
  return keptMoment(null)
}
