import db from '@adonisjs/lucid/services/db'
import { registry } from '#core/plugins/registry'

/** Keys of the sources that the operator has given the customer and that are loaded, in the order of menus. */
export async function enabledSources(customerId: number): Promise<string[]> {
  const rows = (await db
    .from('customer_plugins')
    .where({ customer_id: customerId, enabled: true })
    .select('plugin')) as { plugin: string }[]
  const enabled = new Set(rows.map((row) => row.plugin))
  return registry()
    .sources()
    .map((source) => source.key)
    .filter((key) => enabled.has(key))
}
