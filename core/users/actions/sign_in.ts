import { signInFailed } from '#core/users/errors'
import type User from '#core/users/models/user'
import { isPassword } from '#core/users/password'
import { findUser } from '#core/users/queries/find_user'
import { type Membership, listMemberships } from '#core/users/queries/list_memberships'
import { countSignIn } from '#core/users/sign_in_limits'

/**
 * The person with this e-mail address and password, and their customers. Unknown, wrong and without
 * any customer are one answer, `E_SIGN_IN_FAILED`; after five of them `E_TOO_MANY_SIGN_INS`.
 */
export async function signIn(input: {
  email: string
  password: string
  /** The network address that the attempt comes from. */
  address: string
}): Promise<{ user: User; memberships: Membership[] }> {
  const succeeded = await countSignIn(input.email.trim().toLowerCase(), input.address)
  const user = await findUser(input.email)
  const matches = await isPassword(user, input.password)
  const memberships = user && matches ? await listMemberships(user.id) : []
  if (!user || !memberships.length) throw signInFailed()
  await succeeded()
  return { user, memberships }
}
