import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { changeState, demandState, findSending } from '../engine/sending.js'
import { settingsOf } from '../engine/settings.js'
import { CHANNEL } from '../engine/tick.js'
import { noAccount, otherEyes } from '../errors.js'
import { presentSending } from '../present.js'

/** Confirms a planned sending: it begins at once, or at the moment that is given. */
export const startSending = defineOperation({
  method: 'post',
  path: 'sendings/:id/start',
  capability: 'sendings',
  summary: 'Start a planned sending, now or later',
  input: vine.create({ at: vine.date({ formats: ['iso8601'] }).optional() }),
  fields: { id: 'Id of the sending.', at: 'When it begins (ISO 8601); at once where left out.' },
  async handle({ input, params, reader, customer }) {
    const sending = await findSending(customer, params.id!)
    demandState(sending, ['draft', 'scheduled'])
    const { fourEyesFrom } = await settingsOf(customer)
    if (
      fourEyesFrom !== null &&
      sending.recipients >= fourEyesFrom &&
      sending.madeById === reader.userId
    ) {
      throw otherEyes(fourEyesFrom)
    }
    if (!(await customer.channel(CHANNEL))) throw noAccount()
    const now = customer.now()
    const later = input.at !== undefined && input.at > now
    await changeState(customer, sending.id, ['draft', 'scheduled'], {
      ...{ state: later ? 'scheduled' : 'running', problem: null },
      ...{ starts_at: input.at ?? now, started_at: later ? null : now },
      started_by_id: reader.userId,
    })
    await customer.audit({
      ...{ action: 'started', by: reader, subject: sending.name },
      details: { sending: sending.id, recipients: sending.recipients },
    })
    return {
      sending: await presentSending(customer, reader, await findSending(customer, sending.id)),
    }
  },
})
