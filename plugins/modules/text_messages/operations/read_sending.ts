import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { findSending } from '../engine/sending.js'
import { measureText } from '../message_text.js'
import { presentMessages, presentSending } from '../present.js'

const SHOWN = 20

/** A sending with its counts and money, and the first of its recipients as they get it. */
export const readSending = defineOperation({
  method: 'get',
  path: 'sendings/:id',
  capability: 'read',
  summary: 'Read a sending: state, counts and money',
  input: vine.create({}),
  fields: { id: 'Id of the sending.' },
  async handle({ params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    const rows = await customer
      .rows('messages')
      .list({ where: { sending_id: sending.id }, limit: SHOWN })
    return {
      sending: await presentSending(customer, reader, sending),
      measured: measureText(sending.text),
      preview: await presentMessages(customer, reader, rows),
    }
  },
})
