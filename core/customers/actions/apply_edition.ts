import { enablePlugin } from '#core/customers/actions/enable_plugin'
import type Customer from '#core/customers/models/customer'
import { editionPlugins } from '#core/customers/edition_plugins'

/** Gives a customer the ready set of its edition. */
export async function applyEdition({ id, edition }: Customer): Promise<void> {
  const { enabled, disabled } = editionPlugins(edition)
  for (const plugin of enabled) await enablePlugin(id, plugin, true)
  for (const plugin of disabled) await enablePlugin(id, plugin, false)
}
