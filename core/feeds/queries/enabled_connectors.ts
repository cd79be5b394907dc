import type { ConnectorPlugin } from '#core/contracts/connector'
import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { registry } from '#core/plugins/registry'

/** The connectors that the operator has given the customer and that are loaded, in the order of menus. */
export async function enabledConnectors(customerId: number): Promise<ConnectorPlugin[]> {
  const enabled = new Set(await enabledPlugins(customerId))
  return registry()
    .connectors()
    .filter(({ key }) => enabled.has(key))
}
