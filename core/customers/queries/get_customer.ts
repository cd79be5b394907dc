import Customer from '#core/customers/models/customer'
import { unknownCustomer } from '#core/customers/errors'

/** The customer with this id. Throws `E_UNKNOWN_CUSTOMER` where there is none. */
export async function getCustomer(customerId: number): Promise<Customer> {
  const customer = await Customer.find(customerId)
  if (!customer) throw unknownCustomer(customerId)
  return customer
}
