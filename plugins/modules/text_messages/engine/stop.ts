import { randomUUID } from 'node:crypto'
import type { CustomerTools } from '#core/contracts/module_tools'
import { changeState } from './sending.js'
import { CHANNEL } from './tick.js'

const MOST_TAKEN_BACK = 1000

/** Stops a sending: what waits is stopped, and what the gateway still holds is asked back. */
export async function stopSending(customer: CustomerTools, id: number): Promise<void> {
  const now = customer.now()
  await changeState(customer, id, ['draft', 'scheduled', 'running', 'paused'], {
    ...{ state: 'stopped', finished_at: now, problem: null },
  })
  const rows = customer.rows('messages')
  const stopped = { state: 'stopped', settled_at: now }
  await rows.update({ sending_id: id, state: 'waiting' }, { ...stopped, untold: randomUUID() })
  const held = await rows.list({
    where: { sending_id: id, state: 'handed' },
    order: ['-handed_at'],
    limit: MOST_TAKEN_BACK,
  })
  const channel = held.length ? await customer.channel(CHANNEL) : null
  if (!channel) return
  const references = held.flatMap(({ reference }) => (reference ? [String(reference)] : []))
  const back = await channel.cancel(references).catch(() => new Set<string>())
  if (!back.size) return
  await rows.update(
    { sending_id: id, reference: [...back], state: 'handed' },
    { ...stopped, price: null, untold: randomUUID() }
  )
}
