import { DateTime } from 'luxon'
import type { Feed } from '#core/contracts/feed'
import { getCustomer } from '#core/customers/queries/get_customer'
import type Connector from '#core/feeds/models/connector'
import type { PullOptions } from '#core/feeds/pull_options'
import { openPlace, questionOf, sealPlace } from '#core/feeds/seal_place'
import type { Reader } from '#core/permissions/reader'
import { demandSeen } from '#core/reports/demand_seen'
import { makeFeed } from '#core/reports/feed/open_feed'
import type { ReportQuery } from '#core/reports/report_query'
import { reportSources } from '#core/reports/report_sources'
import { prepareReport, type ReportSources } from '#core/reports/prepare_report'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { type Dates, resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { savedReportQuery } from '#core/saved_reports/saved_report_query'

/** A connector's saved report as it is read now. */
export interface OpenedFeed {
  feed: Feed
  /** The connector's whole period, of which the feed may be a part. */
  period: Dates
  query: ReportQuery
  sources: ReportSources
}

/**
 * The feed of a connector, with the rights of its reader and of the period as counted today. What
 * follows on an earlier page keeps that page's period, also past midnight.
 *
 * @throws E_NOTHING_SEEN where the reader has lost access to all that it is about
 */
export async function connectorFeed(
  connector: Connector,
  saved: SavedReport,
  reader: Reader,
  options: PullOptions,
  signal?: AbortSignal
): Promise<OpenedFeed> {
  const queryOf = (period: Dates) => connectorQuery(connector, saved, period, options.locale)
  const whole = await periodNow(connector)
  const period = options.within(whole)
  const query = queryOf(period)
  const sources = await reportSources(query, reader, signal)
  demandSeen(prepareReport(query, sources))
  const feed = makeFeed(query, sources, connector.specification)
  return {
    period: whole,
    query,
    sources,
    feed: {
      ...feed,
      title: saved.name,
      async run(narrowing) {
        const place = narrowing.after
          ? openPlace(narrowing.after, connector.id, narrowing)
          : undefined
        const of = place ? makeFeed(queryOf(place.period), sources, connector.specification) : feed
        const page = await of.run({ ...narrowing, after: place?.after })
        const next = () => {
          const after = page.next()
          if (after === undefined) return undefined
          const question = questionOf(narrowing)
          return sealPlace({
            connector: connector.id,
            period: place?.period ?? period,
            question,
            after,
          })
        }
        return { ...page, next }
      },
    },
  }
}

/** The days of its period, counted from today by the customer's clock. */
export async function periodNow({ customerId, period, periodCount }: Connector): Promise<Dates> {
  const { zone } = await getCustomer(customerId)
  const on = DateTime.now().setZone(zone).toISODate() as string
  return resolvePeriod(period, { count: periodCount ?? undefined, on })
}

function connectorQuery(
  { grouped }: Connector,
  saved: SavedReport,
  period: Dates,
  locale?: string
): ReportQuery {
  if (grouped) return savedReportQuery(saved, { period, locale })
  const query = savedReportQuery(saved, { period, locale, interval: 'date', grouping: 'object' })
  return { ...query, emptyRows: false }
}
