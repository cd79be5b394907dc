import { unknownConnector } from '#core/feeds/errors'
import Connector from '#core/feeds/models/connector'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** The saved report's connector of this id. Throws `E_UNKNOWN_CONNECTOR`. */
export async function findConnector(saved: SavedReport, id: unknown): Promise<Connector> {
  const connector = await Connector.findBy({
    customerId: saved.customerId,
    savedReportId: saved.id,
    id: /^\d{1,9}$/.test(String(id)) ? Number(id) : 0,
  })
  if (!connector) throw unknownConnector(String(id))
  return connector
}

/** The connectors of a saved report, in the order they were made. */
export const connectorsOf = ({ customerId, id }: SavedReport): Promise<Connector[]> =>
  Connector.query().where({ customerId, savedReportId: id }).orderBy('id')
