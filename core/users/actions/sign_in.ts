import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { onlySingleSignOn, signInFailed } from '#core/users/errors'
import { tellLocked } from '#core/users/actions/tell_locked'
import { limitAttempts } from '#core/users/limits/sign_in_limits'
import type User from '#core/users/models/user'
import { isPassword } from '#core/users/password'
import { findUser } from '#core/users/queries/find_user'
import { listMemberships } from '#core/users/queries/list_memberships'
import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'

/**
 * The person with this e-mail address and password. Unknown, wrong and without any customer are one
 * answer, `E_SIGN_IN_FAILED`; after five of them `E_TOO_MANY_SIGN_INS`. Throws `E_SINGLE_SIGN_ON`
 * where the password is right and every customer of theirs demands the other way.
 */
export async function signIn(input: {
  email: string
  password: string
  /** The network address that the attempt comes from. */
  address: string
}): Promise<User> {
  const { email, password, address } = input
  const known = await findUser(email)
  const { user, memberships } = await limitAttempts(
    { email, address },
    () => checked(known, password, address),
    async (closing) => (known ? tellLocked(known, closing, address) : undefined)
  )
  const enforcing = await enforcingCustomers(memberships.map(({ customerId }) => customerId))
  if (enforcing.size && enforcing.size === memberships.length && !user.isOperator) {
    throw onlySingleSignOn([...enforcing.values()].flat())
  }
  return user
}

async function checked(user: User | null, password: string, address: string) {
  const matches = await isPassword(user, password)
  const memberships = user && matches ? await listMemberships(user.id) : []
  if (user && matches && (memberships.length || user.isOperator)) return { user, memberships }
  if (user) await user.merge({ failedSignIns: user.failedSignIns + 1 }).save()
  await recordOfPerson(user?.id ?? null, {
    actorId: null,
    action: 'signIn.failed',
    subject: user?.email ?? '',
    address,
  })
  throw signInFailed()
}
