import { OTP } from 'otplib'
import { Page } from '#tests/made/page'
import { PASSWORD } from '#tests/made/user'

const otp = new OTP()
const STEP_SECONDS = 30

/** The code that an app with this key shows, now or so many steps of half a minute from now. */
export const codeOf = (secret: string, steps = 0) =>
  otp.generate({ secret, epoch: Math.floor(Date.now() / 1000) + steps * STEP_SECONDS })

/** Sets an app up in the person's account, and answers its key. Its code of the step before now is used. */
export async function withAuthenticator(email: string): Promise<string> {
  const page = new Page()
  await page.signIn(email)
  const { body } = await page.post('/api/account/authenticators', {
    name: 'Telefonen',
    password: PASSWORD,
  })
  const code = await codeOf(body.key ?? '', -1)
  const { status } = await page.post(`/api/account/authenticators/${body.id}/verify`, { code })
  if (status !== 204) throw new Error(`The app was not taken: ${status}.`)
  return body.key ?? ''
}
