import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { ownQueues } from '../own_queues.js'

/** Who is which agent, and the agents that nobody is yet. */
export const listAgents = defineOperation({
  method: 'get',
  path: 'agents',
  capability: 'settings',
  summary: 'List which agents your users are, and the agents that nobody is',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['agents', 'candidates'],
    properties: {
      agents: { type: 'array', items: { type: 'object' } },
      candidates: { type: 'array', items: { type: 'object' } },
    },
  },
  async handle({ customer }) {
    const [agents, candidates] = await Promise.all([
      customer.agents.people(),
      customer.agents.candidates(),
    ])
    const [people, states, own] = await Promise.all([
      customer.people(),
      customer.agents.presence(agents),
      ownQueues(customer, agents),
    ])
    return {
      people,
      agents: agents.map((agent, at) => ({
        ...{ id: agent.id, userId: agent.userId, objectId: agent.objectId },
        ...{ platform: agent.platform, agent: agent.name, device: agent.device },
        offers: agent.offers,
        name: people.find(({ id }) => id === agent.userId)?.name ?? '',
        allQueues: states[at]!.queues.map(({ queue, name }) => ({ queue, name })),
        queues: [...(own.get(agent.id)?.keys() ?? [])],
      })),
      candidates: candidates.map(({ objectId, name, platform, identifier, offers }) => {
        const about = { platform, identifier, offers }
        return { objectId, name, ...about }
      }),
    }
  },
})
