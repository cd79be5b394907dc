import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'

/** Figures of the reader's own day. */
export const readDay = defineOperation({
  method: 'get',
  path: 'me/day',
  capability: 'own',
  summary: 'Read the figures of your own day so far',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['days'],
    properties: { days: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ reader, locale, customer }) {
    const agents = await customer.agents.people(reader.userId)
    const days = agents.map(async (agent) => ({
      agent: agent.id,
      platform: agent.platform,
      figures: await customer.agents.day(agent, locale),
    }))
    return { days: await Promise.all(days) }
  },
})
