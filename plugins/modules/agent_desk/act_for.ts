import type { ActName } from '#core/contracts/act'
import type { ActByKind, AgentObject } from '#core/contracts/agent_tools'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import { notOffered, unknownQueue } from './errors.js'
import { ownQueues } from './own_queues.js'

export interface DeskWish {
  key: string
  name: ActName
  queues?: readonly string[] | undefined
  reason?: string | undefined
}

/** Wishes something of the platform, for queues that are the agent's. Logging off needs none: nobody is kept on. */
export async function actFor(
  customer: CustomerTools,
  agent: AgentObject,
  wish: DeskWish,
  by: { reader: ModuleReader | null; kind: ActByKind }
): Promise<void> {
  if (!agent.offers.includes(wish.name)) throw notOffered(wish.name, agent.offers)
  const [[now], own] = await Promise.all([
    customer.agents.presence([agent]),
    ownQueues(customer, [agent]),
  ])
  const known = new Set(now!.queues.map(({ queue }) => queue))
  const mine = own.get(agent.id)
  const queues = wish.queues ?? []
  for (const queue of queues) {
    const isAllowed = known.has(queue) && (wish.name !== 'logOn' || !mine || mine.has(queue))
    if (!isAllowed) throw unknownQueue(queue)
  }
  if (wish.name === 'logOn' && queues.length === 0) throw unknownQueue('')
  const isOffAll = wish.name === 'logOff' && queues.length === 0
  await customer.agents.act({
    key: wish.key,
    agent: agent.id,
    name: wish.name,
    ...(!isOffAll && {
      queues: queues.map((queue) => {
        const penalty = mine?.get(queue)
        return { queue, ...(penalty !== null && penalty !== undefined && { penalty }) }
      }),
    }),
    ...(wish.reason && { reason: wish.reason }),
    by: by.reader,
    byKind: by.kind,
  })
}
