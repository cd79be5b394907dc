import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { noSuchCode } from '../errors.js'

/** What waits with the code that somebody reads off a screen. */
export const lookAtScreen = defineOperation({
  method: 'post',
  path: 'screens/look',
  capability: 'screens',
  summary: 'Look up the code that a screen shows',
  input: vine.create({ code: vine.string().maxLength(20) }),
  fields: { code: 'The eight letters on the screen.' },
  answer: {
    type: 'object',
    required: ['engine', 'resolution', 'numbers'],
    properties: {
      engine: { type: 'string' },
      address: { type: 'string' },
      resolution: { type: 'string' },
      numbers: { type: 'array', items: { type: 'integer' } },
    },
  },
  async handle({ input, reader, customer }) {
    const device = await customer.devices.look(input.code, reader)
    if (!device) throw noSuchCode()
    return device
  },
})
