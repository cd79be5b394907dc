import { heldPlugins } from '#core/customers/edition_plugins'
import type Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { describeSettings } from '#core/operations/describe_settings'
import { shownSettings } from '#core/operations/sealed_settings'
import { givenPlugins } from '#core/operations/queries/given_plugins'
import { translate } from '#core/plugins/translate'

/** Every plugin that can be given, and what the customer has of it. */
export async function customerPlugins(customer: Customer, locale: string) {
  const given = await CustomerPlugin.query().where('customerId', customer.id)
  const held = new Set(heldPlugins(customer.edition, given))
  const byKey = new Map(given.map((plugin) => [plugin.plugin, plugin]))
  return givenPlugins().map((plugin) => {
    const declared = plugin.settings ?? {}
    const mine = byKey.get(plugin.key)
    return {
      key: plugin.key,
      kind: plugin.kind,
      label: translate(plugin, 'label', locale),
      description: translate(plugin, 'description', locale),
      enabled: held.has(plugin.key),
      form: describeSettings(plugin, 'settings', declared, locale),
      settings: shownSettings(declared, mine?.settings ?? {}),
      pointForm:
        plugin.kind === 'source'
          ? describeSettings(plugin, 'pointSettings', plugin.pointSettings ?? {}, locale)
          : [],
    }
  })
}
