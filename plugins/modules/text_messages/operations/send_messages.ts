import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { settingsOf } from '../engine/settings.js'
import { CHANNEL, sendSingles } from '../engine/tick.js'
import { noAccount, noNumber } from '../errors.js'
import { messageRows } from '../make_messages.js'
import { normalNumber } from '../numbers.js'
import { presentMessages } from '../present.js'

const MOST = 100

/** Sends a text to some people at once, outside any sending. Who has opted out still gets what concerns them alone. */
export const sendMessages = defineOperation({
  method: 'post',
  path: 'messages',
  capability: 'send',
  summary: 'Send a text message to one or some people',
  input: vine.create({
    to: vine.array(vine.string().maxLength(30)).minLength(1).maxLength(MOST),
    text: vine.string().trim().minLength(1).maxLength(1600),
    sender: vine
      .string()
      .regex(/^([A-Za-z0-9 ]{1,11}|\+?\d{3,15})$/)
      .optional(),
    idx: vine.string().maxLength(191).optional(),
    via: vine.enum(['page', 'api'] as const).optional(),
  }),
  fields: {
    to: `Telephone numbers, at most ${MOST}.`,
    text: 'What is sent.',
    sender: 'At most eleven letters and digits, or a number; the account’s own where left out.',
    idx: 'A parameter of your own, found again in the history and in reports.',
    via: 'Whether a person sends it by the page, or a program.',
  },
  example: { to: ['+46701740605'], text: 'Välkommen kl. 14.', idx: 'order 1204' },
  status: 201,
  async handle({ input, reader, customer }) {
    if (!(await customer.channel(CHANNEL))) throw noAccount()
    const { countryCode } = await settingsOf(customer)
    const numbers = input.to.map((written, at) => {
      const number = normalNumber(written, countryCode)
      if (!number) throw noNumber(written, `to.${at}`)
      return number
    })
    const { text, idx, via = 'api', sender = '' } = input
    const recipients = [...new Set(numbers)].map((number) => ({ number }))
    const rows = messageRows(customer, recipients, { sender, text, idx, via, reader })
    await customer.rows('messages').insertMany(rows)
    await customer.audit({ action: 'sent', by: reader, details: { recipients: rows.length } })
    await sendSingles(customer)
    const own = rows.map(({ own_id: id }) => String(id))
    const kept = await customer.rows('messages').list({ where: { own_id: own }, limit: MOST })
    return { messages: await presentMessages(customer, reader, kept) }
  },
})
