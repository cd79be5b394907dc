import type { ConnectorPlugin } from '#core/contracts/connector'
import type Connector from '#core/feeds/models/connector'
import { publicAddress } from '#core/http/public_address'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** A connector as its owner sees it. Its token is not known here. */
export function presentConnector(connector: Connector, saved: SavedReport, locale: string) {
  const plugin = registry()
    .connectors()
    .find(({ key }) => key === connector.kind)
  const address = publicAddress(`/c/${connector.address}/`)
  return {
    id: connector.id,
    kind: connector.kind,
    label: plugin ? translate(plugin, 'label', locale) : connector.kind,
    /** What is copied into the tool. */
    link: plugin ? new URL(plugin.entry, address).href : address,
    guide: `${address}guide`,
    enabled: connector.enabled,
    /** Whether the link gives data now. */
    active: connector.enabled && saved.active,
    tokenRequired: connector.tokenRequired,
    tokenMadeAt: connector.tokenMadeAt?.toISO() ?? null,
    period: connector.period,
    periodCount: connector.periodCount,
    specification: connector.specification,
    grouped: connector.grouped,
    origins: connector.origins ?? [],
    lastPulledAt: connector.lastPulledAt?.toISO() ?? null,
    lastPulledBy: connector.lastPulledBy,
    createdAt: connector.createdAt.toISO(),
  }
}

export const presentKind = (plugin: ConnectorPlugin, locale: string) => ({
  key: plugin.key,
  label: translate(plugin, 'label', locale),
  description: translate(plugin, 'description', locale),
})
