import db from '@adonisjs/lucid/services/db'

/** Keys of the plugins that the operator has given the customer, in the order they were given; none where it is closed. */
export async function enabledPlugins(customerId: number): Promise<string[]> {
  const rows = (await db
    .from('customer_plugins')
    .join('customers', 'customers.id', 'customer_plugins.customer_id')
    .where({ customer_id: customerId, enabled: true })
    .whereNull('customers.closed_at')
    .orderBy('customer_plugins.id')
    .select('plugin')) as { plugin: string }[]
  return rows.map((row) => row.plugin)
}
