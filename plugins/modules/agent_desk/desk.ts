import type { AgentAct, AgentObject } from '#core/contracts/agent_tools'
import { momentDate } from '#core/contracts/module_table'
import type { CustomerTools } from '#core/contracts/module_tools'
import { ownQueues, withOwnQueues } from './own_queues.js'

/** How long it is shown how a wish ended. */
const SHOWN_MS = 60_000
const WISHED_TODAY_MS = 14 * 3600_000

/** All that an agent's page shows, but for the figures of the day. */
export async function deskOf(customer: CustomerTools, userId: number) {
  const agents = await customer.agents.people(userId)
  const [now, own, acts, notices] = await Promise.all([
    customer.agents.presence(agents),
    ownQueues(customer, agents),
    customer.agents.acts(new Date(customer.now().getTime() - WISHED_TODAY_MS), agents),
    unseenNotices(customer, userId),
  ])
  return {
    agents: await Promise.all(
      agents.map(async (agent, at) => ({
        ...{ id: agent.id, platform: agent.platform, name: agent.name, device: agent.device },
        offers: agent.offers,
        reasons: agent.offers.includes('pause') ? await customer.agents.reasons(agent) : [],
        ...withOwnQueues(now[at]!, own.get(agent.id)),
        acts: shownActs(acts, agent, customer.now()),
        wished: wishedQueues(acts, agent),
      }))
    ),
    notices,
  }
}

export type Desk = Awaited<ReturnType<typeof deskOf>>

const isOf = (act: AgentAct, { pointId, identifier }: AgentObject) =>
  act.pointId === pointId && act.identifier === identifier

/** Wishes that are under way, and how those of the last minute ended. */
function shownActs(acts: readonly AgentAct[], agent: AgentObject, now: Date) {
  return acts
    .filter((act) => isOf(act, agent) && act.state !== 'replaced')
    .filter(
      ({ endedAt, state }) =>
        endedAt === null ||
        (state !== 'confirmed' && now.getTime() - Date.parse(endedAt) < SHOWN_MS)
    )
    .map(({ id, name, queue, reason, state, code, byKind, askedAt, handedAt }) => {
      const how = { state, code, byKind, askedAt, handedAt }
      return { ...{ id, name, queue, reason }, ...how }
    })
}

/** The queues that the agent was last logged on to from here, and has not been logged off since from here. */
function wishedQueues(acts: readonly AgentAct[], agent: AgentObject) {
  const wished = new Map<string, string>()
  for (const act of acts) {
    if (!isOf(act, agent) || act.queue === null || act.state !== 'confirmed') continue
    if (act.name === 'logOn') wished.set(act.queue, act.endedAt ?? act.askedAt)
    if (act.name === 'logOff') wished.delete(act.queue)
  }
  return [...wished].map(([queue, since]) => ({ queue, since }))
}

async function unseenNotices(customer: CustomerTools, userId: number) {
  const rows = await customer
    .rows('notices')
    .list({ where: { user_id: userId, seen_at: null }, order: ['-made_at'], limit: 20 })
  const by = await customer.people(rows.flatMap(({ by_user_id: id }) => (id ? [Number(id)] : [])))
  return rows.map((row) => ({
    id: Number(row.id),
    by: by.find(({ id }) => id === Number(row.by_user_id))?.name ?? null,
    name: String(row.name),
    queues: JSON.parse(String(row.queues)) as string[],
    reason: String(row.reason),
    at: momentDate(String(row.made_at))!.toISOString(),
  }))
}
