import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { templatesFor } from '../templates.js'

/** Dashboards that are ready for the customer’s own reports, and what widgets can be about now. */
export const listTemplates = defineOperation({
  method: 'get',
  path: 'templates',
  capability: 'read',
  summary: 'List dashboards that are ready to use',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['templates', 'live'],
    properties: {
      templates: { type: 'array', items: { type: 'object' } },
      live: { type: 'array', items: { type: 'object' } },
    },
  },
  async handle({ reader, customer, locale }) {
    const [types, live] = await Promise.all([
      customer.reportTypes(reader, locale),
      customer.live(locale),
    ])
    return { templates: templatesFor(types, live), live }
  },
})
