import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import type { Range, Where } from '#core/contracts/module_tools'
import { settingsOf } from '../engine/settings.js'
import { normalNumber } from '../numbers.js'
import { presentMessages } from '../present.js'
import { states } from '../states.js'

const DAY_MS = 86_400_000
const DAYS = 7
const MOST = 100

/** The history: the last seven days where no period is asked for, any period where it is; newest first. */
export const listMessages = defineOperation({
  method: 'get',
  path: 'messages',
  capability: 'read',
  summary: 'List text messages, newest first',
  input: vine.create({
    from: vine.date({ formats: ['iso8601'] }).optional(),
    to: vine.date({ formats: ['iso8601'] }).optional(),
    number: vine.string().maxLength(30).optional(),
    sender: vine.string().maxLength(16).optional(),
    state: vine.enum(states).optional(),
    sending: vine.number().withoutDecimals().positive().optional(),
    idx: vine.string().maxLength(191).optional(),
    before: vine.number().withoutDecimals().positive().optional(),
    limit: vine.number().withoutDecimals().range([1, MOST]).optional(),
  }),
  fields: {
    from: 'First moment (ISO 8601); seven days ago where left out.',
    to: 'Until this moment, which is not included.',
    number: 'The whole number of the recipient.',
    state: `One of ${states.join(', ')}.`,
    sending: 'Id of a sending: its messages of any time.',
    idx: 'The parameter of your own that the message was sent with.',
    before: 'Id of a message: those before it, for the next page.',
    limit: `At most ${MOST}.`,
  },
  answer: {
    type: 'object',
    required: ['messages', 'next'],
    properties: {
      messages: { type: 'array', items: { type: 'object' } },
      next: { type: ['integer', 'null'], description: 'Value of `before` for the next page.' },
    },
  },
  async handle({ input, reader, customer }) {
    const { number, sender, state, sending, idx, before, limit = 50 } = input
    const { countryCode } = await settingsOf(customer)
    const where: Record<string, Where[string]> = {}
    const created = periodOf(input, customer.now(), sending !== undefined)
    if (created) where.created_at = created
    if (number !== undefined) where.number = normalNumber(number, countryCode) ?? number
    if (sender !== undefined) where.sender = sender
    if (state !== undefined) where.state = state
    if (sending !== undefined) where.sending_id = sending
    if (idx !== undefined) where.idx = idx
    if (before !== undefined) where.id = { before }
    const rows = await customer.rows('messages').list({ where, order: ['-id'], limit: limit + 1 })
    const shown = rows.slice(0, limit)
    return {
      messages: await presentMessages(customer, reader, shown),
      next: rows.length > limit ? Number(shown.at(-1)!.id) : null,
    }
  },
})

function periodOf(
  { from, to }: { from?: Date | undefined; to?: Date | undefined },
  now: Date,
  ofSending: boolean
): Range | null {
  if (ofSending && !from && !to) return null
  return {
    from: from ?? new Date((to ?? now).getTime() - DAYS * DAY_MS),
    ...(to && { before: to }),
  }
}
