import { connectorFeed } from '#core/feeds/connector_feed'
import type Connector from '#core/feeds/models/connector'
import { guideOf } from '#core/feeds/guide_of'
import { pullOptions } from '#core/feeds/pull_options'
import { addressesOf } from '#core/customers/queries/addresses_of'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { savedReportReader } from '#core/saved_reports/saved_report_reader'

/** The guide of a connector as its owner reads it in the product, also before the connector is switched on. */
export async function ownGuide(connector: Connector, saved: SavedReport, locale: string) {
  const reader = await savedReportReader(saved)
  const options = pullOptions(new URLSearchParams({ lang: locale }))
  const { feed } = await connectorFeed(connector, saved, reader, options)
  const addresses = await addressesOf(connector.customerId)
  return guideOf(connector, feed, addresses(`/c/${connector.address}/`), locale)
}
