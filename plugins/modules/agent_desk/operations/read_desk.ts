import vine from '@vinejs/vine'
import { defineOperation, defineStream } from '#core/contracts/module'
import { deskOf } from '../desk.js'

const answer = {
  type: 'object',
  required: ['agents', 'notices'],
  properties: {
    now: { type: 'string' },
    agents: { type: 'array', items: { type: 'object' } },
    notices: { type: 'array', items: { type: 'object' } },
  },
}

/** How the reader stands in the queues. */
export const readDesk = defineOperation({
  method: 'get',
  path: 'me',
  capability: 'own',
  summary: 'Read how you stand in the queues',
  input: vine.create({}),
  answer,
  async handle({ reader, customer }) {
    return { now: customer.now().toISOString(), ...(await deskOf(customer, reader.userId)) }
  },
})

/** The same, told each time it has become another. */
export const watchDesk = defineStream({
  path: 'me/stream',
  capability: 'own',
  summary: 'Watch how you stand in the queues: each notice has all of it',
  input: vine.create({}),
  async handle({ reader, customer }) {
    const desk = await deskOf(customer, reader.userId)
    return { revision: 1, questions: {}, notice: JSON.parse(JSON.stringify(desk)) }
  },
})
