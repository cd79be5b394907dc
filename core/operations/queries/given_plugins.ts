import type { Plugin } from '#core/contracts/plugin'
import { registry } from '#core/plugins/registry'

/** The plugins that customers are given one by one. Exporters, and channels that have no account per customer, are everybody's. */
export const givenPlugins = (): Plugin[] =>
  registry()
    .all()
    .filter(
      (plugin) => plugin.kind !== 'exporter' && (plugin.kind !== 'channel' || plugin.perCustomer)
    )
