import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { readDeliveryReport } from '#core/delivery/bounces/read_delivery_report'
import { bounced } from '#core/delivery/errors'
import Dispatch from '#core/delivery/models/dispatch'
import SentMessage from '#core/messages/models/sent_message'
import { momentText } from '#database/columns'

/** What a report said of a message of ours. */
export interface TakenReport {
  recipient: string
  state: 'confirmed' | 'bounced'
}

const states = new Map([
  ['failed', 'bounced'],
  ['delivered', 'confirmed'],
] as const)

/** What of other messages is known no better. */
const undecided = new Set<SentMessage['status']>(['sending', 'handed'])

/**
 * Takes in what a mail server says became of a mail: a dispatch of the ledger, or another message. What
 * is known better already stays. Answers null where it is of none of ours, or says nothing final.
 *
 * @throws E_NOT_A_DELIVERY_REPORT
 */
export async function takeDeliveryReport(
  source: string,
  now: DateTime = DateTime.utc()
): Promise<TakenReport | null> {
  const { ids, outcomes } = readDeliveryReport(source)
  const dispatch = await Dispatch.query().whereIn('id', ids).first()
  const message = dispatch ? null : await SentMessage.query().whereIn('id', ids).first()
  const recipient = dispatch?.recipient ?? message?.to.toLowerCase()
  // Forwarded mail ends at another address; of one outcome it is clear whose it is.
  const outcome =
    outcomes.find((one) => one.recipient === recipient) ??
    (outcomes.length === 1 ? outcomes[0] : undefined)
  const state = states.get(outcome?.action as 'failed' | 'delivered')
  if (!recipient || !outcome || !state) return null
  if (dispatch) await settleDispatch(dispatch, state, outcome.said, now)
  else if (message && undecided.has(message.status)) {
    const problem = state === 'bounced' ? outcome.said : null
    await message.merge({ status: state, problem, statusAt: now }).save()
  }
  return { recipient, state }
}

async function settleDispatch(
  { id, sendingId }: Dispatch,
  state: TakenReport['state'],
  said: string,
  now: DateTime
) {
  const at = momentText(now)
  const problem = state === 'bounced' ? bounced(said) : null
  const changed = await db
    .from('dispatches')
    .where({ id })
    .whereIn('state', ['handed', 'unknown'])
    .update({ state, state_at: at, problem: JSON.stringify(problem) })
  if (state === 'bounced' && Number(changed)) {
    await db.from('sendings').where('id', sendingId).update({ tell_at: at })
  }
}
