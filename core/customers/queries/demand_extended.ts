import { notInEdition } from '#core/customers/errors'
import { getCustomer } from '#core/customers/queries/get_customer'

/** Throws `E_NOT_IN_EDITION` where the customer has the basic reports only. */
export async function demandExtended(customerId: number): Promise<void> {
  const { edition } = await getCustomer(customerId)
  if (edition !== 'extended') throw notInEdition()
}
