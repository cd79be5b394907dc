import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { demandState, findSending } from '../engine/sending.js'
import { settingsOf } from '../engine/settings.js'
import { CHANNEL, sendSingles } from '../engine/tick.js'
import { noAccount, noNumber } from '../errors.js'
import { messageRows } from '../make_messages.js'
import { normalNumber } from '../numbers.js'
import { presentMessages } from '../present.js'
import { estimateOf } from '../price.js'

const MOST = 5

/** Sends a planned text to some numbers of one's own, as its first recipient gets it, and knows the price from then on. */
export const testSending = defineOperation({
  method: 'post',
  path: 'sendings/:id/test',
  capability: 'sendings',
  summary: 'Send a planned text to up to five numbers of your own',
  input: vine.create({
    to: vine.array(vine.string().maxLength(30)).maxLength(MOST),
  }),
  fields: { id: 'Id of the sending.', to: `Your own numbers, at most ${MOST}.` },
  example: { to: ['+46701740605'] },
  async handle({ input, params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    if (!input.to.length) throw noNumber('', 'to')
    demandState(sending, ['draft', 'scheduled'])
    if (!(await customer.channel(CHANNEL))) throw noAccount()
    const { countryCode } = await settingsOf(customer)
    const numbers = input.to.map((written, at) => {
      const number = normalNumber(written, countryCode)
      if (!number) throw noNumber(written, `to.${at}`)
      return number
    })
    const messages = customer.rows('messages')
    const first = await messages.first({ sending_id: sending.id })
    const { sender, name } = sending
    const text = String(first?.text ?? sending.text)
    const rows = messageRows(
      customer,
      [...new Set(numbers)].map((number) => ({ number })),
      { sender, text, via: 'page', reader }
    )
    await messages.insertMany(rows)
    await customer.audit({ action: 'tested', by: reader, subject: name })
    await sendSingles(customer)
    const own = rows.map(({ own_id: id }) => String(id))
    const kept = await messages.list({ where: { own_id: own }, limit: MOST })
    const planned = await partsOf(customer, sending.id)
    const estimate = await estimateOf(customer, planned)
    if (estimate) {
      const { amount, unit } = estimate
      await customer.rows('sendings').update({ id: sending.id }, { reserved: amount, unit })
    }
    return { messages: await presentMessages(customer, reader, kept), estimate }
  },
})

async function partsOf(customer: Parameters<typeof estimateOf>[0], id: number): Promise<number> {
  let parts = 0
  for await (const row of customer.rows('messages').each({ sending_id: id })) {
    parts += Number(row.parts)
  }
  return parts
}
