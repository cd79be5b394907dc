import { randomBytes } from 'node:crypto'
import { DateTime } from 'luxon'
import { mostOfPeriod, type ConnectorPeriod } from '#core/feeds/connector_period'
import { invalidPeriodCount, unknownKind } from '#core/feeds/errors'
import Connector from '#core/feeds/models/connector'
import { enabledConnectors } from '#core/feeds/queries/enabled_connectors'
import type SavedReport from '#core/saved_reports/models/saved_report'
import { hashSecret, newSecret } from '#core/users/secret'

/** What is chosen of a connector. */
export interface ConnectorChoices {
  enabled: boolean
  tokenRequired: boolean
  period: ConnectorPeriod
  periodCount?: number | null
  specification: boolean
  grouped: boolean
  /** Origins whose web pages may read it; as they are where left out. */
  origins?: readonly string[]
}

/** 192 random bits: an address that is found by nobody who was not given it. */
const newAddress = () => randomBytes(24).toString('base64url')

/**
 * Makes a connector of a saved report, and its token where one is to be demanded. The token is shown
 * this once.
 *
 * @throws E_UNKNOWN_CONNECTOR_KIND, E_INVALID_PERIOD_COUNT
 */
export async function createConnector(
  saved: SavedReport,
  kind: string,
  choices: ConnectorChoices
): Promise<{ connector: Connector; token?: string }> {
  const known = await enabledConnectors(saved.customerId)
  if (!known.some(({ key }) => key === kind)) {
    throw unknownKind(
      kind,
      known.map(({ key }) => key)
    )
  }
  const now = DateTime.utc()
  const token = choices.tokenRequired ? newSecret() : undefined
  const connector = await Connector.create({
    ...checkedChoices(choices),
    customerId: saved.customerId,
    savedReportId: saved.id,
    kind,
    address: newAddress(),
    tokenHash: token ? hashSecret(token) : null,
    tokenMadeAt: token ? now : null,
    lastPulledAt: null,
    lastPulledBy: null,
    createdAt: now,
    updatedAt: now,
  })
  return { connector, token }
}

/** @throws E_INVALID_PERIOD_COUNT */
export function checkedChoices(choices: ConnectorChoices) {
  const most = mostOfPeriod(choices.period)
  const count = choices.periodCount ?? null
  const fits = most === undefined ? count === null : count !== null && count >= 1 && count <= most
  if (!fits) throw invalidPeriodCount(most)
  const { origins, ...others } = choices
  return {
    ...others,
    periodCount: count,
    ...(origins && { origins: [...new Set(origins.map((one) => one.toLowerCase()))] }),
  }
}
