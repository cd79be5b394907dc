import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { actFor } from '../act_for.js'
import { notAnAgent, notInHerName } from '../errors.js'
import { wishFields, wishInput } from '../wish_input.js'

/** Wishes something for oneself. */
export const actMyself = defineOperation({
  method: 'post',
  path: 'me/acts',
  capability: 'own',
  summary: 'Log on to queues or off them, pause or be ready again',
  input: vine.create({
    agent: vine.number(),
    restores: vine.boolean().optional(),
    ...wishInput,
  }),
  fields: {
    ...wishFields,
    agent: 'Id of the agent, one of yours.',
    restores: 'Whether it is wished again after the platform was restarted.',
  },
  example: { agent: 1, key: 'a1b2c3d4', name: 'logOn', queues: ['support'] },
  status: 202,
  async handle({ input: { agent, restores, ...wish }, reader, customer }) {
    if (reader.isHelped) throw notInHerName()
    const mine = await customer.agents.people(reader.userId)
    const found = mine.find(({ id }) => id === agent)
    if (!found) throw notAnAgent()
    await actFor(customer, found, wish, { reader, kind: restores ? 'restore' : 'self' })
  },
})
