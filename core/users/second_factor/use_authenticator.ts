import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { OTP } from 'otplib'
import { wrongCode } from '#core/users/errors'
import Authenticator from '#core/users/models/authenticator'

const STEP_SECONDS = 30

/** Uses a code of one of the person's apps. Throws `E_WRONG_CODE`, also for a code that has been used. */
export async function useAuthenticators(userId: number, code: string): Promise<void> {
  const authenticators = await Authenticator.query()
    .where('userId', userId)
    .whereNotNull('confirmedAt')
  for (const authenticator of authenticators) {
    if (await useAuthenticator(authenticator, code)) return
  }
  throw wrongCode()
}

/**
 * Whether the code is the app's, of now or of one step before or after, and newer than the last that
 * was used. Then it is used.
 */
export async function useAuthenticator(
  { id, sealedKey, lastStep }: Authenticator,
  code: string
): Promise<boolean> {
  const secret = encryption.decrypt<string>(sealedKey)
  if (!secret) return false
  const result = await new OTP().verify({
    secret,
    token: code,
    epochTolerance: STEP_SECONDS,
    ...(lastStep !== null && { afterTimeStep: Number(lastStep) }),
  })
  if (!result.valid || !('timeStep' in result)) return false
  const { timeStep } = result
  const used = await db
    .from('authenticators')
    .where('id', id)
    .where((query) => query.whereNull('last_step').orWhere('last_step', '<', timeStep))
    .update({ last_step: timeStep })
  return Number(used) > 0
}
