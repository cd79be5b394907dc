import limiter from '@adonisjs/limiter/services/main'
import { errors } from '@adonisjs/limiter'
import { tooManySignIns } from '#core/users/errors'

const FAILURES = 5
const limit = () => limiter.use({ requests: FAILURES, duration: '15 mins' })

/**
 * Counts an attempt against the account and against the address it comes from, before it is known to
 * fail: many at once are counted like one after another. Answers what to call when it succeeds.
 * Throws `E_TOO_MANY_SIGN_INS`.
 */
export async function countSignIn(email: string, address: string): Promise<() => Promise<void>> {
  const ofAddress = `sign-in:address:${address}`
  const ofAccount = `sign-in:account:${email}`
  try {
    await limit().consume(ofAddress)
    await limit().consume(ofAccount)
  } catch (error) {
    if (error instanceof errors.ThrottleException) throw tooManySignIns(error.response.availableIn)
    throw error
  }
  return async () => {
    await limit().decrement(ofAddress)
    await limit().delete(ofAccount)
  }
}
