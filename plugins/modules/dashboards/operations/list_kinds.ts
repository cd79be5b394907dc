import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { boardUseOf } from '../board_use.js'

/** What can be put on a dashboard. */
export const listKinds = defineOperation({
  method: 'get',
  path: 'kinds',
  capability: 'read',
  summary: 'List the kinds of widgets',
  input: vine.create({}),
  answer: {
    type: 'object',
    required: ['kinds'],
    properties: { kinds: { type: 'array', items: { type: 'object' } } },
  },
  async handle({ customer, locale }) {
    const widgets = await customer.widgets(locale)
    return {
      kinds: widgets.map((widget) => {
        const use = { ...boardUseOf(widget), asks: undefined }
        const { key, label, description, icon, board } = widget
        return { key, label, description, icon, ...use, ownView: !board }
      }),
    }
  },
})
