import { severalCustomers, unknownUser } from '#core/users/errors'
import type User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { type Membership, listMemberships } from '#core/users/queries/list_memberships'

/**
 * The user and the customer that a ticket is for; which customer need only be said where the user has
 * several. Throws `E_UNKNOWN_USER` and `E_SEVERAL_CUSTOMERS`.
 */
export async function findTicketOwner(
  email: string,
  slug?: string
): Promise<{ user: User; membership: Membership }> {
  const user = await findUser(email)
  const memberships = user ? await listMemberships(user.id) : []
  if (!user || !memberships.length) throw unknownUser(email, slug)
  if (!slug && memberships.length > 1) {
    throw severalCustomers(
      email,
      memberships.map((membership) => membership.slug)
    )
  }
  const membership = slug ? memberships.find((one) => one.slug === slug) : memberships[0]
  if (!membership) throw unknownUser(email, slug)
  return { user, membership }
}
