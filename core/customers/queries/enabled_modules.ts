import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { registry } from '#core/plugins/registry'

/** Keys of the modules that the operator has given the customer and that are loaded, in the order of menus. */
export async function enabledModules(customerId: number): Promise<string[]> {
  const modules = registry().modules()
  if (modules.length === 0) return []
  const enabled = new Set(await enabledPlugins(customerId))
  return modules.map(({ key }) => key).filter((key) => enabled.has(key))
}
