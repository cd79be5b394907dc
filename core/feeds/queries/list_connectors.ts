import { demandExtended } from '#core/customers/queries/demand_extended'
import Connector from '#core/feeds/models/connector'
import { type ListPart, type ListWish, WHOLE_LIST } from '#core/http/list_wish'
import type { Reader } from '#core/permissions/reader'
import SavedReport from '#core/saved_reports/models/saved_report'
import { seesAllSaved } from '#core/saved_reports/queries/find_saved_report'
import { countOf, holding } from '#database/holding'

export const connectorOrders = ['name', 'lastPulledAt', 'createdAt'] as const

const COLUMNS = {
  name: 'lower(saved_reports.name)',
  lastPulledAt: 'connectors.last_pulled_at',
  createdAt: 'connectors.created_at',
}

export interface ListedConnector {
  connector: Connector
  saved: SavedReport
}

/**
 * The connectors of the reader's saved reports, with `everybodys` and for an administrator of all: a part
 * of those in whose saved report's name or kind the words stand, by that name unless another order is wished.
 *
 * @throws E_NOT_IN_EDITION
 */
export async function listConnectors(
  reader: Reader,
  { everybodys = false, wish = WHOLE_LIST }: { everybodys?: boolean; wish?: ListWish } = {}
): Promise<ListPart<ListedConnector>> {
  const { customerId, userId } = reader
  await demandExtended(customerId)
  const all = () =>
    Connector.query()
      .join('saved_reports', 'saved_reports.id', 'connectors.saved_report_id')
      .where('connectors.customer_id', customerId)
      .where('saved_reports.customer_id', customerId)
      .if(!everybodys || !seesAllSaved(reader), (query) =>
        query.where('saved_reports.owner_id', userId)
      )
  const wanted = () => holding(all(), ['saved_reports.name', 'connectors.kind'], wish.filter)
  const { limit, offset, descending, order = 'name' } = wish
  const column = COLUMNS[order as keyof typeof COLUMNS]
  const [connectors, found, total] = await Promise.all([
    wanted()
      .select('connectors.*')
      .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
      .orderByRaw(`${column} ${descending ? 'desc' : 'asc'}`)
      .orderBy('connectors.id'),
    countOf(wanted().pojo()),
    countOf(all().pojo()),
  ])
  const saved = await SavedReport.query()
    .where('customerId', customerId)
    .whereIn('id', [...new Set(connectors.map(({ savedReportId }) => savedReportId))])
  const byId = new Map(saved.map((one) => [one.id, one]))
  const rows = connectors.flatMap((connector) => {
    const its = byId.get(connector.savedReportId)
    return its ? [{ connector, saved: its }] : []
  })
  return { rows, found, all: total }
}
