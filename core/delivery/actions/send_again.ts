import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { notSentAgain } from '#core/delivery/errors'
import { kickDelivery } from '#core/delivery/kick_delivery'
import type Dispatch from '#core/delivery/models/dispatch'
import type Sending from '#core/delivery/models/sending'
import { momentText } from '#database/columns'

/**
 * Has what failed, bounced or is unknown sent to its recipient again, as the same message: whoever got
 * it the first time can tell. Throws `E_NOT_SENT_AGAIN`.
 */
export async function sendAgain(sending: Sending, dispatch: Dispatch): Promise<void> {
  const now = momentText(DateTime.utc())
  const remade = await db
    .from('sendings')
    .where({ id: sending.id })
    .whereIn('state', ['failed', 'skipped'])
    .update({ state: 'planned', attempts: 0, next_try_at: now, problem: 'null', tell_at: null })
  const again = await db
    .from('dispatches')
    .where({ id: dispatch.id })
    .whereIn('state', ['failed', 'bounced', 'unknown', ...(Number(remade) ? ['waiting'] : [])])
    .update({ state: 'waiting', attempts: 0, next_try_at: now, problem: 'null', state_at: now })
  if (!Number(again)) throw notSentAgain(dispatch.state)
  await kickDelivery()
}
