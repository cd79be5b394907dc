import vine from '@vinejs/vine'
import { defineOperation, Refused } from '#core/contracts/module'
import { handOver } from '../engine/hand_over.js'
import { CHANNEL } from '../engine/tick.js'
import { noAccount, noMessage } from '../errors.js'
import { presentMessages } from '../present.js'

/** Sends once more what nobody knows whether it was taken, or what failed: by hand alone, one by one. */
export const resendMessage = defineOperation({
  method: 'post',
  path: 'messages/:id/resend',
  capability: 'sendings',
  summary: 'Send a message again whose outcome is unknown or that failed',
  input: vine.create({}),
  fields: { id: 'Id of the message.' },
  async handle({ params, reader, customer }) {
    const rows = customer.rows('messages')
    const id = Number(params.id) || 0
    const row = await rows.first({ id })
    if (!row) throw noMessage()
    const channel = await customer.channel(CHANNEL)
    if (!channel) throw noAccount()
    const state = ['unknown', 'failed']
    const [claimed] = row.text
      ? await rows.claim(
          { where: { id, state }, limit: 1, mark: 'worker' },
          { state: 'handing', claimed_at: customer.now() }
        )
      : []
    if (!claimed) {
      throw new Refused(
        409,
        'E_TEXTS_NOT_RESENDABLE',
        'Only a message whose outcome is unknown or that failed, and whose text is still kept, can be sent again.'
      )
    }
    await customer.audit({ action: 'resent', by: reader, details: { message: id } })
    await handOver(customer, channel, [claimed])
    const [message] = await presentMessages(customer, reader, [(await rows.first({ id }))!])
    return message!
  },
})
