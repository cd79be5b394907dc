import type { Reader } from '#core/permissions/reader'
import Membership from '#core/users/models/membership'

/** The reader's membership of the customer; null for an operator, who has none. */
export const ownMembership = ({ userId, customerId }: Reader): Promise<Membership | null> =>
  Membership.findBy({ userId, customerId })
