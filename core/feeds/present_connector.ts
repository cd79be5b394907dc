import type { ConnectorPlugin } from '#core/contracts/connector'
import type Connector from '#core/feeds/models/connector'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { connectorStanding } from '#core/feeds/queries/connector_standing'
import type { Reader } from '#core/permissions/reader'
import { registry } from '#core/plugins/registry'
import { translate } from '#core/plugins/translate'
import { isCallsOfOthers } from '#core/saved_reports/demand_calls'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** A connector as its owner sees it. Its token is not known here. */
export async function presentConnector(
  connector: Connector,
  saved: SavedReport,
  { reader, locale }: { reader: Reader; locale: string }
) {
  const plugin = registry()
    .connectors()
    .find(({ key }) => key === connector.kind)
  const addresses = await addressesOf(saved.customerId)
  const address = addresses(`/c/${connector.address}/`)
  // Where no token is demanded, who has the link reads the calls.
  const isHidden = connector.specification && (await isCallsOfOthers(saved, reader))
  return {
    id: connector.id,
    kind: connector.kind,
    label: plugin ? translate(plugin, 'label', locale) : connector.kind,
    /** What is copied into the tool; null for who may not open the calls that it gives. */
    link: isHidden ? null : plugin ? new URL(plugin.entry, address).href : address,
    guide: isHidden ? null : `${address}guide`,
    enabled: connector.enabled,
    /** Whether the link gives data now, and why it does not or not all. */
    ...(await connectorStanding(connector, saved)),
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
