import type { AgentNow, AgentObject } from '#core/contracts/agent_tools'
import type { CustomerTools } from '#core/contracts/module_tools'

/** Which queues each agent has, with the penalty; agents without a line have all. */
export async function ownQueues(
  customer: CustomerTools,
  agents: readonly AgentObject[]
): Promise<Map<number, Map<string, number | null>>> {
  const ids = agents.map(({ id }) => id)
  const rows = ids.length
    ? await customer.rows('queues').list({ where: { agent: ids }, limit: 10_000 })
    : []
  const own = new Map<number, Map<string, number | null>>()
  for (const { agent, queue, penalty } of rows) {
    const queues = own.get(Number(agent)) ?? new Map<string, number | null>()
    own.set(Number(agent), queues.set(String(queue), penalty === null ? null : Number(penalty)))
  }
  return own
}

/** An agent with the queues that are theirs, or that they are logged on to all the same. */
export const withOwnQueues = (
  now: AgentNow,
  own: ReadonlyMap<string, number | null> | undefined
) => ({
  ...now,
  // A clock that moves each second is no change of anything.
  asOf: now.isKnown ? null : now.asOf,
  queues: now.queues
    .map((queue) => ({ ...queue, isMine: !own || own.has(queue.queue) }))
    .filter(({ isOn, isMine }) => isOn || isMine),
})
