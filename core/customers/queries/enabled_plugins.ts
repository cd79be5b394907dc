import db from '@adonisjs/lucid/services/db'

/** Keys of the plugins that the operator has given the customer, in the order they were given. */
export async function enabledPlugins(customerId: number): Promise<string[]> {
  const rows = (await db
    .from('customer_plugins')
    .where({ customer_id: customerId, enabled: true })
    .orderBy('id')
    .select('plugin')) as { plugin: string }[]
  return rows.map((row) => row.plugin)
}
