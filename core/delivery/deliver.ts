import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { planDispatches } from '#core/delivery/actions/plan_dispatches'
import { handOver } from '#core/delivery/hand_over'
import { makeSending } from '#core/delivery/make_sending'
import { recoverDispatches } from '#core/delivery/recover_dispatches'
import { tellOwners } from '#core/delivery/tell_owners'
import { momentText } from '#database/columns'

const AT_ONCE = 200

let working = false

/**
 * Everything that is to be done for delivery now: plans what has become due, takes up what killed
 * workers left, makes and hands over what waits, tells owners what went wrong. Any number of processes
 * may do it at once. In one process making and handing over goes on in one place at a time, so that
 * sending leaves room for other jobs.
 */
export async function deliver(now: DateTime = DateTime.utc()): Promise<void> {
  await planDispatches(now)
  await recoverDispatches(now)
  if (!working) {
    working = true
    try {
      const reached = await makeAll(now)
      if (reached) await handOverAll(now)
    } finally {
      working = false
    }
  }
  await tellOwners(now)
}

/**
 * What is made is handed over before the next is made: nobody waits for another's report. Answers
 * whether the mail server could be reached.
 */
async function makeAll(now: DateTime): Promise<boolean> {
  const rows = (await db
    .from('sendings')
    .where('state', 'planned')
    .where('next_try_at', '<=', momentText(now))
    .orderBy('due_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .select('id')) as { id: number }[]
  let reached = true
  for (const { id } of rows) {
    await makeSending(id, now)
    if (reached) reached = await handOverAll(now, id)
  }
  return reached
}

/** Hands over what waits, of one sending or of all. Answers false once the mail server cannot be reached. */
export async function handOverAll(now: DateTime, sendingId?: number): Promise<boolean> {
  const rows = (await db
    .from('dispatches')
    .join('sendings', 'sendings.id', 'dispatches.sending_id')
    .where('sendings.state', 'made')
    .where('dispatches.state', 'waiting')
    .where('dispatches.next_try_at', '<=', momentText(now))
    .if(sendingId, (query) => query.where('sendings.id', sendingId ?? 0))
    .orderBy('dispatches.next_try_at')
    .orderBy('dispatches.id')
    .limit(AT_ONCE)
    .select({ id: 'dispatches.id' })) as { id: string }[]
  for (const { id } of rows) {
    if (!(await handOver(id, now))) return false
  }
  return true
}
