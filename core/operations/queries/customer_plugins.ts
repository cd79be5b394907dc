import CustomerPlugin from '#core/customers/models/customer_plugin'
import { describeSettings } from '#core/operations/describe_settings'
import { shownSettings } from '#core/operations/sealed_settings'
import { givenPlugins } from '#core/operations/queries/given_plugins'
import { translate } from '#core/plugins/translate'

/** Every plugin that can be given, and what the customer has of it. */
export async function customerPlugins(customerId: number, locale: string) {
  const given = await CustomerPlugin.query().where('customerId', customerId)
  const byKey = new Map(given.map((plugin) => [plugin.plugin, plugin]))
  return givenPlugins().map((plugin) => {
    const declared = plugin.settings ?? {}
    const mine = byKey.get(plugin.key)
    return {
      key: plugin.key,
      kind: plugin.kind,
      label: translate(plugin, 'label', locale),
      description: translate(plugin, 'description', locale),
      enabled: mine?.enabled ?? false,
      form: describeSettings(plugin, 'settings', declared, locale),
      settings: shownSettings(declared, mine?.settings ?? {}),
      pointForm:
        plugin.kind === 'source'
          ? describeSettings(plugin, 'pointSettings', plugin.pointSettings ?? {}, locale)
          : [],
    }
  })
}
