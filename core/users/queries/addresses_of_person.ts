import { type Addresses, addressesAt } from '#core/customers/queries/addresses_of'
import { brandOfAll } from '#core/customers/queries/find_brand'
import Membership from '#core/users/models/membership'

/** Addresses of what concerns a person's account: at the host of the brand that all their customers share. */
export async function addressesOfPerson(userId: number): Promise<Addresses> {
  const memberships = await Membership.query().where('userId', userId).select('customerId')
  return addressesAt(await brandOfAll(memberships.map(({ customerId }) => customerId)))
}
