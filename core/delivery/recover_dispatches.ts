import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { heardOf } from '#core/delivery/claim'
import { handoverUnknown } from '#core/delivery/errors'
import Dispatch from '#core/delivery/models/dispatch'
import { momentText } from '#database/columns'

/**
 * Takes up what a killed worker left: what it was making is made again; what it was handing over may
 * have arrived, so it is `unknown`, and its owner is told.
 */
export async function recoverDispatches(now: DateTime = DateTime.utc()): Promise<void> {
  const heard = heardOf(now)
  await db
    .from('sendings')
    .where('state', 'making')
    .whereNotBetween('heartbeat_at', heard)
    .update({ state: 'planned', worker: null, next_try_at: momentText(now) })
  const handing = await Dispatch.query()
    .where('state', 'handing')
    .whereNotBetween('heartbeatAt', heard)
  for (const dispatch of handing) {
    const taken = await db
      .from('dispatches')
      .where({ id: dispatch.id, state: 'handing', worker: dispatch.worker ?? '' })
      .whereNotBetween('heartbeat_at', heard)
      .update({
        ...{ state: 'unknown', worker: null, state_at: momentText(now) },
        problem: JSON.stringify(handoverUnknown()),
      })
    if (!Number(taken)) continue
    await db
      .from('sendings')
      .where('id', dispatch.sendingId)
      .update({ tell_at: momentText(now) })
  }
}
