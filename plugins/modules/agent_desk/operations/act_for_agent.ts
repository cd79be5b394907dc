import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { actFor } from '../act_for.js'
import { notAnAgent, reasonMissing } from '../errors.js'
import { wishFields, wishInput } from '../wish_input.js'
import { seenAgents } from './list_team.js'

/** Wishes something for somebody else, who is told by whom and why. */
export const actForAgent = defineOperation({
  method: 'post',
  path: 'team/:agent/acts',
  capability: 'supervise',
  summary: 'Log an agent on or off, or pause them, with a reason that they are told',
  input: vine.create({ ...wishInput }),
  fields: { ...wishFields, agent: 'Id of the agent.' },
  example: { key: 'a1b2c3d4', name: 'logOff', queues: ['support'], reason: 'Your shift has ended' },
  status: 202,
  async handle({ input, params, reader, customer }) {
    const agents = await seenAgents(customer, reader)
    const agent = agents.find(({ id }) => String(id) === params.agent)
    if (!agent) throw notAnAgent()
    const { reason, ...wish } = input
    if (!reason) throw reasonMissing()
    // What is said to the agent is no reason of a pause that the platform knows.
    const known = wish.name === 'pause' ? await customer.agents.reasons(agent) : []
    const code = known.find((one) => [one.code, one.label].includes(reason))?.code
    await actFor(
      customer,
      agent,
      { ...wish, ...(code && { reason: code }) },
      { reader, kind: 'supervisor' }
    )
    await customer.rows('notices').insert({
      user_id: agent.userId,
      by_user_id: reader.userId,
      name: wish.name,
      queues: JSON.stringify(wish.queues ?? []),
      reason,
      made_at: customer.now(),
      seen_at: null,
    })
    await customer.audit({
      action: 'supervised',
      by: reader,
      subject: agent.name,
      details: { name: wish.name, queues: [...(wish.queues ?? [])], reason },
    })
    customer.refreshStreams()
  },
})
