import { connectorFeed } from '#core/feeds/connector_feed'
import { demandOpen } from '#core/feeds/demand_open'
import type Connector from '#core/feeds/models/connector'
import { pullOptions } from '#core/feeds/pull_options'
import { RequestError } from '#core/http/request_error'
import { noSpecificationToSend } from '#core/saved_reports/errors'
import type SavedReport from '#core/saved_reports/models/saved_report'

/** How a connector stands now. */
export interface ConnectorStanding {
  /** Whether its address gives data. */
  active: boolean
  /** Why it gives none, or not all that it should: what who reads it is answered. */
  problem: { code: string; message: string } | null
}

/** What a reader of the connector would meet now, found out as for them but without reading a figure. */
export async function connectorStanding(
  connector: Connector,
  saved: SavedReport
): Promise<ConnectorStanding> {
  try {
    const reader = await demandOpen(connector, saved)
    await connectorFeed(connector, saved, reader, pullOptions(new URLSearchParams()))
    const callsLost = connector.specification && !reader.callSpecification
    const problem = callsLost ? problemOf(noSpecificationToSend()) : null
    return { active: true, problem }
  } catch (error) {
    if (!(error instanceof RequestError)) throw error
    return { active: false, problem: problemOf(error) }
  }
}

const problemOf = ({ problem: { code, message } }: RequestError) => ({ code, message })
