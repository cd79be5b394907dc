import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { notAnAgent } from '../errors.js'

/** Says which agent a user is. */
export const linkAgent = defineOperation({
  method: 'post',
  path: 'agents',
  capability: 'settings',
  summary: 'Say which agent of a platform a user is, from now on',
  input: vine.create({
    userId: vine.number(),
    objectId: vine.number(),
    device: vine.string().trim().maxLength(191).nullable().optional(),
  }),
  fields: {
    userId: 'Id of the user.',
    objectId: 'Id of the measurement object that the agent is.',
    device: 'The telephone that calls go to, as the platform writes it.',
  },
  example: { userId: 1, objectId: 1, device: 'PJSIP/2101' },
  status: 201,
  async handle({ input, reader, customer }) {
    const { userId, objectId, device } = input
    const id = await customer.agents.link({ userId, objectId, device: device || null })
    await customer.audit({ action: 'linked', by: reader, details: { userId, objectId } })
    customer.refreshStreams()
    return { id }
  },
})

/** Says that a user is the agent no longer. */
export const unlinkAgent = defineOperation({
  method: 'delete',
  path: 'agents/:agent',
  capability: 'settings',
  summary: 'Say that a user is an agent no longer; they stay logged on',
  input: vine.create({}),
  fields: { agent: 'Id of the agent.' },
  status: 204,
  async handle({ params, reader, customer }) {
    const id = Number(params.agent) || 0
    if (!(await customer.agents.unlink(id))) throw notAnAgent()
    await customer.rows('queues').delete({ agent: id })
    await customer.audit({ action: 'unlinked', by: reader, details: { agent: id } })
    customer.refreshStreams()
  },
})

/** Says which queues an agent may log on to. */
export const chooseQueues = defineOperation({
  method: 'put',
  path: 'agents/:agent/queues',
  capability: 'settings',
  summary: 'Choose the queues that an agent can log on to; all where none is chosen',
  input: vine.create({ queues: vine.array(vine.string().maxLength(191)).maxLength(200) }),
  fields: { agent: 'Id of the agent.', queues: 'The queues, as the platform calls them.' },
  example: { queues: ['support'] },
  status: 204,
  async handle({ input: { queues }, params, reader, customer }) {
    const agents = await customer.agents.people()
    const agent = agents.find(({ id }) => String(id) === params.agent)
    if (!agent) throw notAnAgent()
    await customer.transaction(async (rows) => {
      await rows('queues').delete({ agent: agent.id })
      await rows('queues').insertMany(
        [...new Set(queues)].map((queue) => ({ agent: agent.id, queue, penalty: null }))
      )
    })
    const details = { agent: agent.name, queues: [...queues] }
    await customer.audit({ action: 'queuesChosen', by: reader, details })
    customer.refreshStreams()
  },
})
