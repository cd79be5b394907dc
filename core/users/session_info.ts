import type User from '#core/users/models/user'
import type { Membership } from '#core/users/queries/list_memberships'

/** What the page knows of who is signed in, in which customer, and which others they may open. */
export function sessionInfo(user: User, memberships: Membership[], customerId: number) {
  const current = memberships.find((membership) => membership.customerId === customerId)
  if (!current) return undefined
  return {
    user: { name: user.name, email: user.email, language: user.language },
    customer: {
      id: current.customerId,
      slug: current.slug,
      name: current.name,
      zone: current.zone,
      edition: current.edition,
    },
    customers: memberships.map(({ slug, name }) => ({ slug, name })),
    role: current.role,
  }
}
