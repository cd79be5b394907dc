import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { screenAt } from './screen.js'

/** Takes a screen away: it shows a code again. */
export const removeScreen = defineOperation({
  method: 'delete',
  path: 'screens/:id',
  capability: 'screens',
  summary: 'Take a screen away',
  status: 204,
  input: vine.create({}),
  async handle({ params, reader, customer }) {
    const { id, subject, name } = await screenAt(customer, params.id)
    await customer.endLinks(subject)
    await customer.rows('screens').delete({ id })
    customer.refreshStreams()
    await customer.audit({ action: 'screenRemoved', by: reader, subject: name })
  },
})
