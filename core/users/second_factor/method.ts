import { channelAccount, customersOf } from '#core/messages/channel_account'
import Authenticator from '#core/users/models/authenticator'
import type User from '#core/users/models/user'

/** The ways to prove that one is more than somebody who knows a password. */
export const methods = ['email', 'sms', 'authenticator'] as const
export type Method = (typeof methods)[number]

/** A way that a person has, and where it leads, as much as a stranger may see of it. */
export interface ConfiguredMethod {
  method: Method
  shown: string
}

/** The person's ways. E-mail is always one of them. */
export async function methodsOf(user: User): Promise<ConfiguredMethod[]> {
  const authenticators = await Authenticator.query()
    .where('userId', user.id)
    .whereNotNull('confirmedAt')
    .limit(1)
  const { mobile, mobileConfirmedAt } = user
  const texts = mobile && mobileConfirmedAt && (await canBeTexted(user.id))
  return [
    { method: 'email', shown: maskedEmail(user.email) },
    ...(texts ? [{ method: 'sms' as const, shown: maskedNumber(mobile) }] : []),
    ...(authenticators.length ? [{ method: 'authenticator' as const, shown: '' }] : []),
  ]
}

const canBeTexted = async (userId: number) =>
  Boolean(await channelAccount('sms', await customersOf(userId)))

/** `anna.hansson@…` */
export const maskedEmail = (email: string) => email.replace(/@.*$/, '@…')

/** `+46*****3509` */
export const maskedNumber = (number: string) =>
  number.slice(0, 3) + '*'.repeat(Math.max(0, number.length - 7)) + number.slice(-4)
