import db from '@adonisjs/lucid/services/db'
import logger from '@adonisjs/core/services/logger'
import { DateTime } from 'luxon'
import Customer from '#core/customers/models/customer'
import { closedDates } from '#core/customers/opening_hours'
import { keepPlannedUntil, plannedUntil } from '#core/delivery/delivery_clock'
import { calculateDueTimes, forgetDueTimes } from '#core/delivery/due_times'
import { planRun } from '#core/delivery/plan_run'
import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { datedRuns } from '#core/saved_reports/schedules/dated_runs'
import { keptMoment } from '#core/saved_reports/schedules/next_due_at'
import { dueRuns } from '#core/saved_reports/schedules/next_runs'
import { sendsOn } from '#core/saved_reports/sends_on'
import { momentText } from '#database/columns'

/** What was missed while the server was down is sent afterwards, if it was due within these hours. */
export const CAUGHT_UP_HOURS = 48
/** Of what was missed before that, so many are told of. */
const TOLD_OF = 20
const AT_ONCE = 100

/**
 * Writes into the ledger what has become due since it was last looked: each due time of each schedule
 * once, whoever plans it and however often; of each customer one schedule in turn. What is older than
 * `CAUGHT_UP_HOURS` is not sent any more, and stands there as skipped. Answers how many were added.
 */
export async function planDispatches(now: DateTime = DateTime.utc()): Promise<number> {
  const before = await plannedUntil()
  // A clock that ran ahead has looked at times that are still to come: they are looked at again then.
  const since = DateTime.min(before ?? now, now)
  await forgetDueTimes(before, now)
  await calculateDueTimes(since)
  /** Tried again the next time. */
  const left = new Set<number>()
  let added = 0
  for (;;) {
    const due = await nextDue(now, left)
    if (!due.length) break
    added += await planAll(due, now, left)
  }
  await keepPlannedUntil(now)
  return added
}

/** The next schedules that are due: the first of each customer, then the second of each. */
async function nextDue(now: DateTime, left: ReadonlySet<number>): Promise<Schedule[]> {
  const turns = db
    .from('saved_report_schedules')
    .where('next_due_at', '<=', momentText(now))
    .whereNotIn('id', [...left])
    .select('id')
    .select(db.raw('row_number() over (partition by customer_id order by next_due_at, id) as turn'))
    .as('due')
  const rows = (await db.from(turns).orderBy('turn').orderBy('id').limit(AT_ONCE).select('id')) as {
    id: number
  }[]
  const ids = rows.map(({ id }) => id)
  const schedules = await Schedule.findMany(ids)
  const found = new Map(schedules.map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function planAll(due: readonly Schedule[], now: DateTime, left: Set<number>) {
  const reports = await SavedReport.findMany(due.map(({ savedReportId }) => savedReportId))
  const saved = new Map(reports.map((report) => [report.id, report]))
  const companies = await Customer.findMany([...new Set(due.map(({ customerId }) => customerId))])
  const customers = new Map(companies.map((customer) => [customer.id, customer]))
  const pause = yieldToEventLoop()
  let added = 0
  for (const schedule of due) {
    try {
      const report = saved.get(schedule.savedReportId)
      const customer = customers.get(schedule.customerId)
      const planned = report && customer && (await planSchedule(report, schedule, customer, now))
      if (!planned?.kept) left.add(schedule.id)
      added += planned?.added ?? 0
    } catch (error) {
      left.add(schedule.id)
      logger.error({ err: error as Error, schedule: schedule.id }, 'A schedule was not planned')
    }
    await pause()
  }
  return added
}

async function planSchedule(
  saved: SavedReport,
  schedule: Schedule,
  customer: Customer,
  now: DateTime
): Promise<{ added: number; kept: boolean }> {
  const { id, nextDueAt, createdAt, updatedAt } = schedule
  const after = DateTime.max((nextDueAt ?? now).minus(1), createdAt)
  const { due, next } = dueRuns(schedule, { after, until: now }, closedDates(customer.holidays))
  const bound = now.minus({ hours: CAUGHT_UP_HOURS })
  const sent = customer.closedAt
    ? []
    : [...datedRuns(schedule, due)].filter(({ date }) => sendsOn(saved, date))
  const late = sent.filter(({ dueAt }) => dueAt < bound).slice(-TOLD_OF)
  const timely = sent.filter(({ dueAt }) => dueAt >= bound)
  let added = 0
  for (const run of [...late, ...timely]) {
    const isNew = await planRun(saved, schedule, run, { lateAfterHours: CAUGHT_UP_HOURS, now })
    if (isNew) added += 1
  }
  // Changed meanwhile, it is looked at again as it is then.
  const kept = await db
    .from('saved_report_schedules')
    .where({ id, next_due_at: momentText(nextDueAt ?? now), updated_at: momentText(updatedAt) })
    .update({ next_due_at: momentText(keptMoment(next)) })
  return { added, kept: Number(kept) > 0 }
}
