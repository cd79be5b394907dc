import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type Customer from '#core/customers/models/customer'
import { getCustomer } from '#core/customers/queries/get_customer'
import { addSending } from '#core/delivery/add_sending'
import { tooLate } from '#core/delivery/errors'
import SavedReport from '#core/saved_reports/models/saved_report'
import Schedule from '#core/saved_reports/models/schedule'
import { resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { type Run, dueTimes } from '#core/saved_reports/schedules/next_runs'
import { sendsOn } from '#core/saved_reports/sends_on'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** What was missed while the server was down is sent afterwards, if it was due within these hours. */
export const CAUGHT_UP_HOURS = 48
/** Of what was missed before that, so many are told of. */
const TOLD_OF = 20

/**
 * Writes into the ledger what has become due since it was last looked: each due time of each schedule
 * once, whoever plans it and however often. What is older than `CAUGHT_UP_HOURS` is not sent any more,
 * and stands there as skipped. Answers how many were added.
 */
export async function planDispatches(now: DateTime = DateTime.utc()): Promise<number> {
  // A clock that ran ahead has looked at times that are still to come: they are looked at again then.
  const since = DateTime.min((await plannedUntil()) ?? now, now)
  const schedules = await Schedule.query().whereNot('send', 'never').orderBy('id')
  const savedReports = await SavedReport.query().where('active', true)
  const saved = new Map(savedReports.map((report) => [report.id, report]))
  const customers = new Map<number, Customer>()
  let added = 0
  for (const schedule of schedules) {
    const report = saved.get(schedule.savedReportId)
    if (!report) continue
    const { customerId } = report
    const customer = customers.get(customerId) ?? (await getCustomer(customerId))
    customers.set(customerId, customer)
    const after = DateTime.max(since, schedule.createdAt)
    if (!customer.closedAt) added += await planSchedule(report, schedule, customer, { after, now })
  }
  await keepPlannedUntil(now)
  return added
}

async function planSchedule(
  saved: SavedReport,
  schedule: Schedule,
  customer: Customer,
  { after, now }: { after: DateTime; now: DateTime }
): Promise<number> {
  const holidays = (customer.holidays ?? []).map(({ date }) => date)
  const bound = now.minus({ hours: CAUGHT_UP_HOURS })
  const due = dueTimes(schedule, { after, until: now }, holidays)
  const sent = due.filter(({ date }) => sendsOn(saved, date))
  const late = sent.filter(({ dueAt }) => dueAt < bound).slice(-TOLD_OF)
  const timely = sent.filter(({ dueAt }) => dueAt >= bound)
  let added = 0
  for (const run of [...late, ...timely]) {
    const isNew = await plan(saved, schedule, run, { late: run.dueAt < bound, now })
    if (isNew) added += 1
  }
  return added
}

async function plan(
  saved: SavedReport,
  schedule: Schedule,
  { dueAt, on }: Run,
  { late, now }: { late: boolean; now: DateTime }
): Promise<boolean> {
  const dates = resolvePeriod(schedule.period, { count: schedule.periodCount, on })
  return writeTransaction(async (client) => {
    const { id, added } = await addSending(
      client,
      {
        customerId: saved.customerId,
        savedReportId: saved.id,
        scheduleId: schedule.id,
        ownerId: saved.ownerId,
        askedBy: null,
        occasion: `schedule:${schedule.id}`,
        dueAt,
        title: saved.name,
        locale: saved.locale,
        onDate: on,
        fromDate: dates.from,
        toDate: dates.to,
        state: late ? 'skipped' : 'planned',
        problem: late ? tooLate(CAUGHT_UP_HOURS) : undefined,
        recipients: saved.recipients,
      },
      now
    )
    if (added || late) return added
    // A clock that ran ahead may have given it up too early.
    const again = await client
      .from('sendings')
      .where({ id, state: 'skipped' })
      .where('problem', 'like', '%"E_TOO_LATE"%')
      .update({ state: 'planned', problem: 'null', next_try_at: momentText(now), tell_at: null })
    return Number(again) > 0
  })
}

/** Until when all schedules have been looked through; null before the first time. */
async function plannedUntil(): Promise<DateTime | null> {
  const row = (await db.from('delivery_clock').select('planned_until').first()) as {
    planned_until: string
  } | null
  return row && DateTime.fromSQL(row.planned_until, { zone: 'utc' })
}

const keepPlannedUntil = (now: DateTime) =>
  db
    .knexQuery()
    .table('delivery_clock')
    .insert({ id: 1, planned_until: momentText(now) })
    .onConflict('id')
    .merge()
