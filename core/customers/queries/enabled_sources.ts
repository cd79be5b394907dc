import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { registry } from '#core/plugins/registry'

/** Keys of the sources that the operator has given the customer and that are loaded, in the order of menus. */
export async function enabledSources(customerId: number): Promise<string[]> {
  const enabled = new Set(await enabledPlugins(customerId))
  return registry()
    .sources()
    .map((source) => source.key)
    .filter((key) => enabled.has(key))
}
