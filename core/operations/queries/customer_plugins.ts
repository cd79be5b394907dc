import CustomerPlugin from '#core/customers/models/customer_plugin'
import { describeSettings } from '#core/operations/describe_settings'
import { shownSettings } from '#core/operations/sealed_settings'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'

/** Every plugin of the installation, and what the customer has of it. Exporters are everybody's. */
export async function customerPlugins(customerId: number, locale: string) {
  const given = await CustomerPlugin.query().where('customerId', customerId)
  const byKey = new Map(given.map((plugin) => [plugin.plugin, plugin]))
  return registry()
    .all()
    .filter(({ kind }) => kind !== 'exporter')
    .map((plugin) => {
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
