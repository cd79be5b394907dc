import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import type { Where } from '#core/contracts/module_tools'
import { sendingOf } from '../engine/sending.js'
import { presentSending } from '../present.js'

const MOST = 50

export const listSendings = defineOperation({
  method: 'get',
  path: 'sendings',
  capability: 'read',
  summary: 'List sendings to many, newest first',
  input: vine.create({ before: vine.number().withoutDecimals().positive().optional() }),
  fields: { before: 'Id of a sending: those before it, for the next page.' },
  answer: {
    type: 'object',
    required: ['sendings', 'next'],
    properties: {
      sendings: { type: 'array', items: { type: 'object' } },
      next: { type: ['integer', 'null'] },
    },
  },
  async handle({ input, reader, customer }) {
    const where: Where = input.before === undefined ? {} : { id: { before: input.before } }
    const rows = await customer.rows('sendings').list({ where, order: ['-id'], limit: MOST + 1 })
    const sendings = []
    for (const row of rows.slice(0, MOST)) {
      sendings.push(await presentSending(customer, reader, sendingOf(row)))
    }
    return { sendings, next: rows.length > MOST ? sendings.at(-1)!.id : null }
  },
})
