import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { heardOf } from '#core/delivery/claim'
import { handoverUnknown } from '#core/delivery/errors'
import { handOver } from '#core/notifications/hand_over'
import { Turns, type Waiting } from '#core/jobs/turns'
import { momentText } from '#database/columns'

const turns = new Turns()
/** Long after what it is of could be collected as new: until then it says that somebody has been told. */
const KEPT = { days: 90 }

/**
 * Tells people what waits for them, of each customer and person one in turn. Any number of processes may do it at once: each notification is
 * claimed by one. What a killed worker was handing over may have arrived, and is not sent again.
 */
export async function notify(now: DateTime = DateTime.utc()): Promise<void> {
  await db
    .from('notifications')
    .where('state', 'handing')
    .whereNotBetween('heartbeat_at', heardOf(now))
    .update({
      ...{ state: 'unknown', worker: null, fields: null, state_at: momentText(now) },
      problem: JSON.stringify(handoverUnknown()),
    })
  for (;;) {
    const round = turns.round(await waiting(now))
    if (!round.length) return
    for (const one of round) {
      turns.served(one)
      await handOver(one.id, now)
    }
  }
}

/** The oldest of each customer and person. */
async function waiting(now: DateTime): Promise<(Waiting & { id: string })[]> {
  const turned = db
    .from('notifications')
    .where('state', 'waiting')
    .where('next_try_at', '<=', momentText(now))
    .select({ id: 'id', customerId: 'customer_id', userId: 'user_id' })
    .select(
      db.raw('row_number() over (partition by customer_id, user_id order by noted_at, id) as turn')
    )
    .as('waiting')
  const rows = (await db.from(turned).where('turn', 1).select('*')) as (Waiting & { id: string })[]
  return rows
}

/** Removes what was told long ago. */
export async function forgetNotifications(now: DateTime = DateTime.utc()): Promise<void> {
  await db
    .from('notifications')
    .whereNot('state', 'waiting')
    .where('noted_at', '<', momentText(now.minus(KEPT)))
    .delete()
}
