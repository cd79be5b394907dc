import { demandOpen } from '#core/feeds/demand_open'
import { badToken, tooManyPulls, unknownAddress } from '#core/feeds/errors'
import Connector from '#core/feeds/models/connector'
import { presentedToken, type Presented } from '#core/feeds/presented_token'
import { takeTurn } from '#core/http/take_turn'
import type { Reader } from '#core/permissions/reader'
import SavedReport from '#core/saved_reports/models/saved_report'
import { matchesSecret } from '#core/users/secret'

export interface AskedAddress {
  address: string
  headers: Headers
  query: URLSearchParams
  ip: string
}

/** A connector that may be read, with the rights that the owner of its saved report has now. */
export interface OpenedAddress {
  connector: Connector
  saved: SavedReport
  reader: Reader
  presented: Presented
}

/** Requests of one minute: a tool that pages through a million calls makes some hundred. */
const PULLS = { most: 600, every: '1 min', refusal: tooManyPulls }
/** Wrong tokens of one minute from one address on the network. */
const MISTAKES = { most: 30, every: '1 min', refusal: tooManyPulls }

/**
 * Opens a connector's address: it must be there, its token be the right one, not be asked too often, be
 * active together with its saved report, and the owner must still be somebody who may let others read.
 *
 * @param known told of the connector and of who asks, once these are known, whatever comes of it
 * @throws E_UNKNOWN_ADDRESS, E_BAD_TOKEN, E_TOO_MANY_REQUESTS, and those of `demandOpen`
 */
export async function openAddress(
  { address, headers, query, ip }: AskedAddress,
  known: (connector: Connector, by: string) => void
): Promise<OpenedAddress> {
  const connector = await Connector.findBy('address', address)
  if (!connector) throw unknownAddress()
  const presented = presentedToken(headers, query)
  known(connector, asker(presented, headers))
  if (connector.tokenRequired && !opens(connector, presented)) {
    await takeTurn(`mistakes:${connector.id}:${ip}`, MISTAKES)
    throw badToken()
  }
  await takeTurn(`pulls:${connector.id}`, PULLS)
  const saved = await SavedReport.findBy({
    id: connector.savedReportId,
    customerId: connector.customerId,
  })
  if (!saved) throw unknownAddress()
  return { connector, saved, reader: await demandOpen(connector, saved), presented }
}

const opens = ({ tokenHash }: Connector, { token }: Presented) =>
  token !== undefined && tokenHash !== null && matchesSecret(token, tokenHash)

/** Whom the owner is shown: the name that was given, and the program. */
function asker({ name }: Presented, headers: Headers) {
  const program = (headers.get('user-agent') ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, 100)
  return [name, program].filter(Boolean).join(', ')
}
