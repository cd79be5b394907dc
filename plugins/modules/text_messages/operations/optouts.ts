import vine from '@vinejs/vine'
import { defineOperation, Refused } from '#core/contracts/module'
import { momentDate } from '#core/contracts/module_table'
import { optOut } from '../engine/hear.js'
import { settingsOf } from '../engine/settings.js'
import { noNumber } from '../errors.js'
import { maskedNumber, normalNumber } from '../numbers.js'

const MOST = 500

export const listOptouts = defineOperation({
  method: 'get',
  path: 'optouts',
  capability: 'read',
  summary: 'List who wants no text messages of sendings, newest first',
  input: vine.create({ number: vine.string().maxLength(30).optional() }),
  fields: { number: 'The whole number.' },
  async handle({ input, reader, customer }) {
    const { countryCode } = await settingsOf(customer)
    const number = input.number && (normalNumber(input.number, countryCode) ?? input.number)
    const rows = await customer
      .rows('optouts')
      .list({ where: number ? { number } : {}, order: ['-id'], limit: MOST })
    return {
      optouts: rows.map((row) => ({
        id: Number(row.id),
        number: reader.can('contents') ? row.number : maskedNumber(String(row.number)),
        how: row.how,
        at: momentDate(String(row.at)),
      })),
      count: await customer.rows('optouts').count(),
    }
  },
})

export const addOptout = defineOperation({
  method: 'post',
  path: 'optouts',
  capability: 'contacts',
  summary: 'Note that somebody wants no text messages of sendings',
  input: vine.create({ number: vine.string().maxLength(30) }),
  fields: { number: 'The telephone number.' },
  example: { number: '+46701740605' },
  status: 201,
  async handle({ input, reader, customer }) {
    const { countryCode } = await settingsOf(customer)
    const number = normalNumber(input.number, countryCode)
    if (!number) throw noNumber(input.number, 'number')
    const isNew = await optOut(customer, number, 'hand', reader.userId)
    if (isNew) await customer.audit({ action: 'optedOut', by: reader })
    return { number: maskedNumber(number), isNew }
  },
})

/** Undoing it needs a reason, which is written down: only their own word gives it back. */
export const removeOptout = defineOperation({
  method: 'post',
  path: 'optouts/:id/undo',
  capability: 'contacts',
  summary: 'Let somebody get sendings again who has agreed to it',
  input: vine.create({ consent: vine.string().trim().minLength(3).maxLength(500) }),
  fields: { id: 'Id of the opt-out.', consent: 'When and how the person agreed.' },
  example: { consent: 'Agreed by telephone on 30 November' },
  status: 204,
  async handle({ input, params, reader, customer }) {
    const gone = await customer.rows('optouts').delete({ id: Number(params.id) || 0 })
    if (!gone) throw new Refused(404, 'E_TEXTS_OPTOUT', 'There is no such opt-out.')
    await customer.audit({
      ...{ action: 'optedIn', by: reader },
      details: { consent: input.consent },
    })
  },
})
