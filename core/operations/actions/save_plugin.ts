import type { Json } from '#core/contracts/scalar'
import type { Plugin } from '#core/contracts/plugin'
import { enablePlugin } from '#core/customers/actions/enable_plugin'
import { heldPlugins } from '#core/customers/edition_plugins'
import type Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { sealedSettings } from '#core/operations/sealed_settings'

/** Gives or takes a plugin, and keeps a customer's settings for it. Throws `E_UNKNOWN_SETTING` and `E_BAD_SETTING`. */
export async function savePlugin(
  { id: customerId, edition }: Customer,
  plugin: Plugin,
  change: { enabled?: boolean; settings?: Record<string, Json> }
): Promise<void> {
  const { enabled, settings } = change
  if (settings) {
    const kept = await CustomerPlugin.findBy({ customerId, plugin: plugin.key })
    const next = sealedSettings(plugin.settings ?? {}, kept?.settings ?? {}, settings)
    await CustomerPlugin.updateOrCreate(
      { customerId, plugin: plugin.key },
      { settings: next, enabled: heldPlugins(edition, kept ? [kept] : []).includes(plugin.key) }
    )
  }
  if (enabled !== undefined) await enablePlugin(customerId, plugin.key, enabled)
}
