import type { AgentObject, ActWish } from '#core/contracts/agent_tools'
import { wakeActing } from '#core/acts/acting_in_use'
import { nowText } from '#core/acts/act_rows'
import { tellAct } from '#core/acts/told_acts'
import { writeTransaction } from '#database/write_transaction'

/**
 * Keeps a wish for each of its queues, once for the same key. A wish of the same person and queue that
 * the platform was not asked for yet is replaced.
 */
export async function askAct(
  customerId: number,
  agent: AgentObject,
  wish: Omit<ActWish, 'by' | 'agent'> & { byUserId: number | null }
): Promise<void> {
  const queues = wish.queues?.length ? wish.queues : [{ queue: '' }]
  const isOffered = agent.offers.includes(wish.name)
  await writeTransaction(async (client) => {
    const known = (await client
      .from('agent_acts')
      .where({ customer_id: customerId, key: wish.key })
      .select('id')
      .first()) as object | null
    if (known) return
    const now = nowText()
    const place = {
      customer_id: customerId,
      point_id: agent.pointId,
      object_type: agent.objectType,
      identifier: agent.identifier,
    }
    await client
      .from('agent_acts')
      .where({ ...place, state: 'asked' })
      .whereIn(
        'queue',
        queues.map(({ queue }) => queue)
      )
      .update({ state: 'replaced', ended_at: now })
    for (const { queue, penalty } of queues as readonly { queue: string; penalty?: number }[]) {
      await client.table('agent_acts').insert({
        ...place,
        key: wish.key,
        name: wish.name,
        queue,
        reason: wish.reason ?? null,
        device: agent.device,
        penalty: penalty ?? null,
        by_kind: wish.byKind,
        by_user_id: wish.byUserId,
        state: isOffered ? 'asked' : 'refused',
        code: isOffered ? null : 'notOffered',
        asked_at: now,
        ended_at: isOffered ? null : now,
      })
    }
  })
  tellAct({ customer_id: customerId, point_id: agent.pointId, identifier: agent.identifier })
  wakeActing()
}
