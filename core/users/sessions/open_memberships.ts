import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'
import { type Membership, listMemberships } from '#core/users/queries/list_memberships'

/**
 * The person's customers that a session opens, by name: those it was begun for, or else all that do
 * not demand single sign-on.
 */
export async function openMemberships(
  user: { id: number },
  opens: readonly number[] | null
): Promise<Membership[]> {
  const memberships = await listMemberships(user.id)
  if (opens) return memberships.filter(({ customerId }) => opens.includes(customerId))
  const enforcing = await enforcingCustomers(memberships.map(({ customerId }) => customerId))
  return memberships.filter(({ customerId }) => !enforcing.has(customerId))
}
