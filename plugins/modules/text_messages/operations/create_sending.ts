import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { countSending, findSending } from '../engine/sending.js'
import { settingsOf } from '../engine/settings.js'
import { nobodyLeft } from '../errors.js'
import { messageRows, type Recipient } from '../make_messages.js'
import { normalNumber } from '../numbers.js'
import { presentSending } from '../present.js'
import { estimateOf } from '../price.js'

const MOST = 10_000
const OPTOUTS_AT_ONCE = 5000

/** Plans a sending: who gets it is settled here, with what it will cost. Nothing is sent before it is started. */
export const createSending = defineOperation({
  method: 'post',
  path: 'sendings',
  capability: 'sendings',
  summary: 'Plan a sending to many people',
  input: vine.create({
    name: vine.string().trim().minLength(1).maxLength(120),
    sender: vine
      .string()
      .regex(/^([A-Za-z0-9 ]{1,11}|\+?\d{3,15})$/)
      .optional(),
    text: vine.string().trim().minLength(1).maxLength(1600),
    recipients: vine
      .array(
        vine.object({
          number: vine.string().maxLength(30),
          fields: vine.record(vine.string().maxLength(200)).optional(),
        })
      )
      .minLength(1)
      .maxLength(MOST),
    idx: vine.string().maxLength(191).optional(),
    expiresAt: vine.date({ formats: ['iso8601'] }).optional(),
    ratePerSecond: vine.number().withoutDecimals().range([1, 500]).optional(),
  }),
  fields: {
    name: 'What the sending is called.',
    text: 'What is sent; {name} stands for a field of the recipient.',
    recipients: `Telephone numbers with fields, at most ${MOST}. One that stands several times gets it once.`,
    idx: 'A parameter of your own, found again in the history and in reports.',
    expiresAt: 'When it is too late (ISO 8601): what has not gone by then is left out.',
    ratePerSecond: 'How many a second at most.',
  },
  example: {
    name: 'Höstmöte',
    text: 'Hej {namn}! Mötet börjar kl. 18.',
    recipients: [{ number: '+46701740605', fields: { namn: 'Anna' } }],
  },
  status: 201,
  async handle({ input, reader, customer }) {
    const settings = await settingsOf(customer)
    const left = { invalid: [] as { number: string; row: number }[], repeated: 0, optedOut: 0 }
    const wanted = new Map<string, Recipient>()
    for (const [at, { number: written, fields }] of input.recipients.entries()) {
      const number = normalNumber(written, settings.countryCode)
      if (!number) left.invalid.push({ number: written, row: at + 1 })
      else if (wanted.has(number)) left.repeated += 1
      else wanted.set(number, { number, ...(fields && { fields }) })
    }
    for (const number of await optedOutOf(customer, [...wanted.keys()])) {
      wanted.delete(number)
      left.optedOut += 1
    }
    if (!wanted.size) throw nobodyLeft()
    const { name, text, sender = '', idx, expiresAt = null } = input
    const about = { sender, text, idx, via: 'sending' as const, reader, expiresAt }
    const rows = messageRows(customer, [...wanted.values()], about)
    const parts = rows.reduce((sum, row) => sum + Number(row.parts), 0)
    const estimate = await estimateOf(customer, parts)
    const id = await customer.rows('sendings').insert({
      ...{ name, sender, text, state: 'draft', hours: JSON.stringify(settings.hours) },
      rate_per_second: input.ratePerSecond ?? settings.ratePerSecond,
      stop_if_failed_percent: settings.stopIfFailedPercent,
      ...{ recipients: rows.length, reserved: estimate?.amount ?? null },
      ...{ unit: estimate?.unit ?? null, counts: '{}', expires_at: expiresAt },
      ...{ made_by_id: reader.userId, created_at: customer.now() },
    })
    await customer.rows('messages').insertMany(rows.map((row) => ({ ...row, sending_id: id })))
    await countSending(customer, id)
    await customer.audit({ action: 'planned', by: reader, subject: name, details: { sending: id } })
    const sending = await findSending(customer, id)
    return {
      sending: await presentSending(customer, reader, sending),
      parts,
      left: { ...left, invalid: left.invalid.slice(0, 100), invalidCount: left.invalid.length },
    }
  },
})

async function optedOutOf(
  customer: Parameters<typeof estimateOf>[0],
  numbers: readonly string[]
): Promise<string[]> {
  const found: string[] = []
  for (let from = 0; from < numbers.length; from += OPTOUTS_AT_ONCE) {
    const some = numbers.slice(from, from + OPTOUTS_AT_ONCE)
    const rows = await customer
      .rows('optouts')
      .list({ where: { number: some }, limit: OPTOUTS_AT_ONCE })
    found.push(...rows.map(({ number }) => String(number)))
  }
  return found
}
