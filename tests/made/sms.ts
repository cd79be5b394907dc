import { startSmsapi } from '#plugins/channels/sms/tests/smsapi_stand_in'
import env from '#start/env'

/** Lets this installation send text messages, to a stand-in that keeps them, until the test is over. */
export async function sendingSms(cleanup: (end: () => Promise<void>) => void) {
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
