import { DateTime } from 'luxon'
import { othersAccount } from '#core/customers/errors'
import type { Person } from '#core/customers/people'
import Membership from '#core/users/models/membership'

/** What is the person's own rather than the customer's. */
export interface AccountChange {
  name?: string
  language?: string
  mobile?: string | null
}

/**
 * Changes a person's name, language or mobile number for them. Throws `E_OTHERS_ACCOUNT` where they
 * are a user of other customers too: those would be signed in to with a number of this one's choosing.
 */
export async function saveAccount({ user }: Person, change: AccountChange): Promise<void> {
  const { name, language, mobile } = change
  const changed = {
    ...(name !== undefined && name !== user.name && { name }),
    ...(language !== undefined && language !== user.language && { language }),
    ...(mobile !== undefined &&
      mobile !== user.mobile && {
        mobile,
        mobileConfirmedAt: mobile === null ? null : DateTime.utc(),
      }),
  }
  if (!Object.keys(changed).length) return
  const memberships = await Membership.query().where('userId', user.id)
  if (memberships.length > 1 || user.isOperator) throw othersAccount(user.email)
  await user.merge(changed).save()
}
