import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { screenAt } from './screen.js'

/** Has a screen say which it is, or begin again. */
export const tellScreen = defineOperation({
  method: 'post',
  path: 'screens/:id/notice',
  capability: 'screens',
  summary: 'Have a screen show its name, or load itself again',
  status: 204,
  input: vine.create({ what: vine.enum(['identify', 'reload'] as const) }),
  async handle({ input, params, customer }) {
    const { id } = await screenAt(customer, params.id)
    const notice = JSON.stringify({ what: input.what, at: customer.now().toISOString() })
    await customer.rows('screens').update({ id }, { notice })
    customer.refreshStreams()
  },
})
