import { enablePlugin } from '#core/customers/actions/enable_plugin'
import type { Edition } from '#core/customers/edition'
import type Customer from '#core/customers/models/customer'
import { registry } from '#core/plugins/registry'

/** Keys of the plugins that an edition decides: sources are bought one by one, and files are everybody's. */
export function editionPlugins(edition: Edition): { enabled: string[]; disabled: string[] } {
  const keys = [...registry().connectors(), ...registry().widgets()].map(({ key }) => key)
  return edition === 'extended' ? { enabled: keys, disabled: [] } : { enabled: [], disabled: keys }
}

/** Gives a customer the ready set of its edition. */
export async function applyEdition({ id, edition }: Customer): Promise<void> {
  const { enabled, disabled } = editionPlugins(edition)
  for (const plugin of enabled) await enablePlugin(id, plugin, true)
  for (const plugin of disabled) await enablePlugin(id, plugin, false)
}
