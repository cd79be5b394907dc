import Customer from '#core/customers/models/customer'
import { unknownCustomer } from '#core/customers/errors'

/** The customer with this slug. Throws `E_UNKNOWN_CUSTOMER` where there is none. */
export async function findCustomer(slug: string): Promise<Customer> {
  const customer = await Customer.findBy('slug', slug)
  if (!customer) throw unknownCustomer(slug)
  return customer
}
