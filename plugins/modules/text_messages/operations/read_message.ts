import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { noMessage } from '../errors.js'
import { presentMessages } from '../present.js'

/** One message whole. Who sees its number and text is written down. */
export const readMessage = defineOperation({
  method: 'get',
  path: 'messages/:id',
  capability: 'read',
  summary: 'Read one text message',
  input: vine.create({}),
  fields: { id: 'Id of the message.' },
  async handle({ params, reader, customer }) {
    const row = await customer.rows('messages').first({ id: Number(params.id) || 0 })
    if (!row) throw noMessage()
    const [message] = await presentMessages(customer, reader, [row])
    if (reader.can('contents')) {
      await customer.audit({
        ...{ action: 'contentsOpened', by: reader },
        details: { message: Number(row.id) },
      })
    }
    return message!
  },
})
