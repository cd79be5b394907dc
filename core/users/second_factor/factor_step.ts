import type User from '#core/users/models/user'
import type { Membership } from '#core/users/queries/list_memberships'
import { methodsOf } from '#core/users/second_factor/method'
import { pausedCustomers } from '#core/users/second_factor/paused_customers'
import { openMemberships } from '#core/users/sessions/open_memberships'

/** What the page asks for after the password: a second factor, or one of the customers that demand none just now. */
export async function factorStep(user: User) {
  const [methods, paused] = await Promise.all([methodsOf(user), pausedMemberships(user)])
  return { step: 'factor', methods, paused: paused.map(({ slug, name }) => ({ slug, name })) }
}

/** The person's customers whose administrator has paused their second factor there. */
export async function pausedMemberships(user: User): Promise<Membership[]> {
  const [paused, open] = await Promise.all([pausedCustomers(user.id), openMemberships(user, null)])
  return open.filter(({ customerId, role }) => role !== 'operator' && paused.includes(customerId))
}
