import { othersAccount } from '#core/customers/errors'
import type { Person } from '#core/customers/people'
import { tellUser } from '#core/users/actions/tell_user'
import Membership from '#core/users/models/membership'
import { maskedNumber } from '#core/users/second_factor/method'

/** What is the person's own rather than the customer's. */
export interface AccountChange {
  name?: string
  language?: string
  mobile?: string | null
}

/**
 * Changes a person's name, language or mobile number for them. A number of somebody else's choosing gets
 * no codes until the person has confirmed it, and they are told where it takes the place of one that did. Throws `E_OTHERS_ACCOUNT` where they
 * are a user of other customers too: those would be signed in to with a number of this one's choosing.
 */
export async function saveAccount({ user }: Person, change: AccountChange): Promise<void> {
  const { name, language, mobile } = change
  const changed = {
    ...(name !== undefined && name !== user.name && { name }),
    ...(language !== undefined && language !== user.language && { language }),
    ...(mobile !== undefined && mobile !== user.mobile && { mobile, mobileConfirmedAt: null }),
  }
  if (!Object.keys(changed).length) return
  const memberships = await Membership.query().where('userId', user.id)
  if (memberships.length > 1 || user.isOperator) throw othersAccount(user.email)
  const factor = 'mobile' in changed && user.mobileConfirmedAt ? user.mobile : null
  await user.merge(changed).save()
  if (factor) await tellUser(user, 'factorRemoved', { factor: maskedNumber(factor) })
}
