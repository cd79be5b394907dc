import vine from '@vinejs/vine'
import { defineOperation } from '#core/contracts/module'
import { settingsOf } from '../engine/settings.js'
import { CHANNEL } from '../engine/tick.js'

/** What is left on the gateway’s account, and what the customer's sendings obey. */
export const readAccount = defineOperation({
  method: 'get',
  path: 'account',
  capability: 'read',
  summary: 'Read what is left on the account of the gateway',
  input: vine.create({}),
  async handle({ customer }) {
    const [channel, settings] = await Promise.all([customer.channel(CHANNEL), settingsOf(customer)])
    const standing = channel && (await channel.account().catch(() => null))
    return { hasAccount: channel !== null, standing, settings }
  },
})
