import { unknownConnection } from '#core/users/errors'
import CustomerConnection from '#core/users/models/customer_connection'
import Customer from '#core/customers/models/customer'

/**
 * The connection of this name; of which customer must be said where several have one. Throws
 * `E_UNKNOWN_CONNECTION`.
 */
export async function findConnection(key: string, slug?: string): Promise<CustomerConnection> {
  const customer = slug ? await Customer.findBy('slug', slug) : null
  if (slug && !customer) throw unknownConnection(key)
  const found = await CustomerConnection.query()
    .where('key', key)
    .if(customer, (query) => query.where('customerId', customer?.id ?? 0))
    .limit(2)
  const [connection, another] = found
  if (!connection || another) throw unknownConnection(key)
  return connection
}
