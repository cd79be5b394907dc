import type Customer from '#core/customers/models/customer'
import { startSmsapi } from '#plugins/channels/sms/tests/smsapi_stand_in'
import { savePlugin } from '#core/operations/actions/save_plugin'
import { registry } from '#core/plugins/registry'
import env from '#start/env'

/** Gives a customer an account of its own with SMSAPI: a stand-in that keeps what it is sent. */
export async function ownSms(customer: Customer, cleanup: Cleanup) {
  const standIn = await startSmsapi()
  const { address, secret } = standIn.settings
  await savePlugin(customer, registry().channel('sms'), {
    enabled: true,
    settings: { provider: 'smsapi', address, secret, sender: 'Nordvik' },
  })
  cleanup(() => standIn.stop())
  return standIn
}

type Cleanup = (end: () => Promise<void>) => void

/** Lets this installation send text messages, to a stand-in that keeps them, until the test is over. */
export async function sendingSms(cleanup: Cleanup) {
  const standIn = await startSmsapi()
  env.set('SMS_PROVIDER', 'smsapi')
  env.set('SMS_ADDRESS', String(standIn.settings.address))
  env.set('SMS_SECRET', String(standIn.settings.secret))
  cleanup(async () => {
    env.set('SMS_PROVIDER', '')
    await standIn.stop()
  })
  return {
    ...standIn,
    /** The code in the newest message to a number. */
    codeTo: (number: string) => {
      const message = standIn.received().findLast(({ to }) => to === number.replace('+', ''))
      return /\b\d{6}\b/.exec(message?.text ?? '')?.[0] ?? 'no code'
    },
  }
}
