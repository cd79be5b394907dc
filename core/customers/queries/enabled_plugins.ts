import Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { heldPlugins } from '#core/customers/edition_plugins'

/** Keys of the plugins that the customer has, in the order they were given; none where it is closed. */
export async function enabledPlugins(customerId: number): Promise<string[]> {
  const [customer, given] = await Promise.all([
    Customer.query().where('id', customerId).whereNull('closedAt').select('edition').first(),
    CustomerPlugin.query()
      .where('customerId', customerId)
      .orderBy('id')
      .select('plugin', 'enabled'),
  ])
  return customer ? heldPlugins(customer.edition, given) : []
}
