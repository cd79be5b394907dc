import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { RequestError } from '#core/http/request_error'
import { unknownMethod } from '#core/users/errors'
import { forgiveSignIn, limitAttempts } from '#core/users/limits/sign_in_limits'
import { tellLocked } from '#core/users/actions/tell_locked'
import type User from '#core/users/models/user'
import { type ConfiguredMethod, type Method, methodsOf } from '#core/users/second_factor/method'
import { type SentCode, sendCode } from '#core/users/second_factor/send_code'
import { useAuthenticators } from '#core/users/second_factor/use_authenticator'
import { useCode } from '#core/users/second_factor/use_code'

type Purpose = 'signIn' | 'proof'

/**
 * Sends the person a code by the method, one of `methods` or else of all of theirs, where it is one that sends. Answers where it went. Throws
 * `E_UNKNOWN_METHOD`, `E_CODE_TOO_SOON` and `E_NOT_DELIVERED`.
 */
export async function beginProof(
  user: User,
  method: string,
  purpose: Purpose,
  methods?: readonly ConfiguredMethod[]
): Promise<{ method: Method; shown: string } & Partial<SentCode>> {
  const chosen = await configured(user, method, methods)
  if (chosen.method === 'authenticator') return chosen
  const to = chosen.method === 'email' ? user.email : (user.mobile ?? '')
  return { ...chosen, ...(await sendCode({ user, purpose, channel: chosen.method, to })) }
}

/**
 * Proves the person's second factor with a code. A wrong one counts as a failed sign-in. Throws
 * `E_WRONG_CODE`, `E_CODE_OVER` and `E_TOO_MANY_SIGN_INS`.
 */
export async function prove(input: {
  user: User
  method: string
  code: string
  purpose: Purpose
  address: string
  /** Those that will do; all of the person's where undefined. */
  methods?: readonly ConfiguredMethod[]
}): Promise<void> {
  const { user, purpose, address } = input
  const { method } = await configured(user, input.method, input.methods)
  const { email } = user
  await limitAttempts(
    { email, address },
    async () => {
      try {
        if (method === 'authenticator') await useAuthenticators(user.id, input.code)
        else await useCode(user.id, purpose, input.code)
      } catch (error) {
        if (error instanceof RequestError) await recordFailed(user, method, address)
        throw error
      }
    },
    (closing) => tellLocked(user, closing, address)
  )
  await forgiveSignIn(email, address)
}

const recordFailed = (user: User, method: Method, address: string) =>
  recordOfPerson(user.id, {
    actorId: user.id,
    action: 'secondFactor.failed',
    subject: user.email,
    details: { method },
    address,
  })

async function configured(user: User, method: string, among?: readonly ConfiguredMethod[]) {
  const methods = among ?? (await methodsOf(user))
  const chosen = methods.find((one) => one.method === method)
  if (!chosen) {
    throw unknownMethod(
      method,
      methods.map((one) => one.method)
    )
  }
  return chosen
}
