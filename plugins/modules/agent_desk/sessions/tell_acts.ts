import type { AgentAct, AgentObject } from '#core/contracts/agent_tools'
import type { CustomerTools } from '#core/contracts/module_tools'

/** Wishes have ended long before; one minute is looked at several times, which changes nothing. */
const LOOKED_BACK_MS = 10 * 60_000

/** Writes what was wished of late down for reports. */
export async function tellActs(customer: CustomerTools): Promise<void> {
  const since = new Date(customer.now().getTime() - LOOKED_BACK_MS)
  const [acts, agents] = await Promise.all([customer.agents.acts(since), customer.agents.people()])
  const told = acts.flatMap((act) => {
    const agent = agents.find(
      ({ pointId, identifier }) => pointId === act.pointId && identifier === act.identifier
    )
    return act.endedAt !== null && agent ? [eventOf(act, agent, act.endedAt)] : []
  })
  if (told.length === 0) return
  const ids = [...new Set(agents.map(({ userId }) => userId))]
  const people = await customer.people(ids)
  await customer.facts.write(
    told,
    people.map(({ id, name }) => ({ objectType: 'agent', identifier: String(id), name }))
  )
}

function eventOf(act: AgentAct, agent: AgentObject, endedAt: string) {
  const isAlready = act.code === 'already'
  return {
    event: 'act',
    key: `act ${act.id}`,
    at: new Date(act.askedAt),
    fields: {
      agent: String(agent.userId),
      name: act.name,
      queue: act.queue,
      outcome: isAlready ? 'already' : act.state,
      by: act.byKind,
      reason: act.reason,
      milliseconds:
        act.state === 'confirmed' && !isAlready
          ? Date.parse(endedAt) - Date.parse(act.askedAt)
          : null,
    },
  }
}
