import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { addSending } from '#core/delivery/add_sending'
import { tooLate } from '#core/delivery/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import type Schedule from '#core/saved_reports/models/schedule'
import type { DatedRun } from '#core/saved_reports/schedules/dated_runs'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/**
 * Writes one sending of a schedule into the ledger: to be made, or as skipped where it is too late by
 * more than so many hours. A planned day that was sent on another date, before the customer's holidays
 * were changed, is not sent again. Answers whether there is anything new to do.
 */
export async function planRun(
  saved: SavedReport,
  schedule: Schedule,
  { dueAt, date, on, from, to }: DatedRun,
  { lateAfterHours, now }: { lateAfterHours: number; now: DateTime }
): Promise<boolean> {
  const late = dueAt < now.minus({ hours: lateAfterHours })
  return writeTransaction(async (client) => {
    if (await isSentOtherwise(client, schedule, { on, date, dueAt })) return false
    const { id, added } = await addSending(
      client,
      {
        customerId: saved.customerId,
        savedReportId: saved.id,
        scheduleId: schedule.id,
        ownerId: saved.ownerId,
        askedBy: null,
        // Closed days can move several planned days to one moment.
        occasion: `schedule:${schedule.id}${on === date ? '' : `:${on}`}`,
        dueAt,
        title: saved.name,
        locale: saved.locale,
        onDate: on,
        fromDate: from,
        toDate: to,
        state: late ? 'skipped' : 'planned',
        large: schedule.specification,
        problem: late ? tooLate(lateAfterHours) : undefined,
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

/** Between two dates on which closed days let the same planned day be sent. */
const MOVED_AT_MOST = { days: 120 }

/** Whether the planned day has its sending already, on another date than it would have now. */
async function isSentOtherwise(
  client: TransactionClientContract,
  { id, customerId, zone }: Pick<Schedule, 'id' | 'customerId' | 'zone'>,
  { on, date, dueAt }: Pick<DatedRun, 'on' | 'date' | 'dueAt'>
): Promise<boolean> {
  const sent = (await client
    .from('sendings')
    .where('customer_id', customerId)
    .where('due_at', '>', momentText(dueAt.minus(MOVED_AT_MOST).toUTC()))
    .where({ schedule_id: id, on_date: on })
    .whereNull('asked_by')
    .whereNot('state', 'skipped')
    .select('due_at')) as { due_at: string }[]
  const dateOf = (text: string) => DateTime.fromSQL(text, { zone: 'utc' }).setZone(zone).toISODate()
  return sent.some(({ due_at: at }) => dateOf(at) !== date)
}
