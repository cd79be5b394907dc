import vine from '@vinejs/vine'
import { momentDate } from '#core/contracts/module_table'
import { defineOperation } from '#core/contracts/module'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'

/** The agents whom the reader sees, those who are logged on without a page first. */
export const listTeam = defineOperation({
  method: 'get',
  path: 'team',
  capability: 'team',
  summary: 'List the agents you have access to and how they stand in the queues',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['now', 'team'],
    properties: { now: { type: 'string' }, team: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ reader, customer }) {
    const agents = await seenAgents(customer, reader)
    const [states, open, away, people] = await Promise.all([
      customer.agents.presence(agents),
      customer.rows('sessions').list({ where: { ended_at: null }, limit: 10_000 }),
      customer
        .rows('overlaps')
        .list({ where: { kind: 'onWithoutApp', ended_at: null }, limit: 10_000 }),
      customer.people([...new Set(agents.map(({ userId }) => userId))]),
    ])
    const team = agents.map((agent, at) => {
      const { queues, asOf, ...state } = states[at]!
      const devices = open.filter((row) => Number(row.user_id) === agent.userId)
      const without = away.find((row) => Number(row.user_id) === agent.userId)
      const isOn = queues.some((queue) => queue.isOn)
      return {
        ...state,
        ...{ id: agent.id, platform: agent.platform, offers: agent.offers, asOf },
        agent: agent.name,
        name: people.find(({ id }) => id === agent.userId)?.name ?? agent.name,
        queues: queues.filter((queue) => queue.isOn),
        devices: devices.map(({ device }) => String(device)),
        withoutPageSince:
          isOn && devices.length === 0
            ? (momentDate(without ? String(without.began_at) : null)?.toISOString() ?? null)
            : null,
      }
    })
    const rank = (one: (typeof team)[number]) =>
      one.withoutPageSince ? 0 : one.queues.length > 0 ? 1 : 2
    team.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    return { now: customer.now().toISOString(), team }
  },
})

/** Agents whose object the reader may see in reports. */
export async function seenAgents(customer: CustomerTools, reader: ModuleReader) {
  const agents = await customer.agents.people()
  const ids = [...new Set(agents.map(({ objectId }) => objectId))]
  const seen = ids.length > 0 ? await customer.objects(reader, ids) : []
  const known = new Set(seen.map(({ id }) => id))
  return agents.filter(({ objectId }) => known.has(objectId))
}
