import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { heardOf } from '#core/delivery/claim'
import { handoverUnknown } from '#core/delivery/errors'
import { handOver } from '#core/notifications/hand_over'
import { momentText } from '#database/columns'

const AT_ONCE = 200
/** Long after what it is of could be collected as new: until then it says that somebody has been told. */
const KEPT = { days: 90 }

/**
 * Tells people what waits for them. Any number of processes may do it at once: each notification is
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
  const rows = (await db
    .from('notifications')
    .where('state', 'waiting')
    .where('next_try_at', '<=', momentText(now))
    .orderBy('noted_at')
    .orderBy('id')
    .limit(AT_ONCE)
    .select('id')) as { id: string }[]
  for (const { id } of rows) await handOver(id, now)
}

/** Removes what was told long ago. */
export async function forgetNotifications(now: DateTime = DateTime.utc()): Promise<void> {
  await db
    .from('notifications')
    .whereNot('state', 'waiting')
    .where('noted_at', '<', momentText(now.minus(KEPT)))
    .delete()
}
