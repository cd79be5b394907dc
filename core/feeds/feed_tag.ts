import { createHash } from 'node:crypto'
import type { OpenedFeed } from '#core/feeds/connector_feed'
import type Connector from '#core/feeds/models/connector'
import { factsVersion } from '#core/reports/feed/facts_version'
import type SavedReport from '#core/saved_reports/models/saved_report'

/**
 * A fingerprint of all that the answers of a connector could depend on, whatever is asked for: the facts,
 * the objects and their groups, the rights of the owner, the period as of today, the connector and the
 * saved report.
 */
export async function feedState(
  { sources, period }: OpenedFeed,
  connector: Connector,
  saved: SavedReport
): Promise<string> {
  const { reader, objects, points, customer, type, store } = sources
  const rights = {
    objects: reader.objectIds && [...reader.objectIds],
    calls: [reader.callSpecification, reader.personalFields],
  }
  const own = [
    connector.id,
    connector.updatedAt.toMillis(),
    saved.id,
    saved.updatedAt.toMillis(),
    saved.name,
  ]
  const facts = await factsVersion(store, sources)
  return fingerprint([period, rights, objects, points, type, customer, own, facts])
}

/** The entity tag of an answer: it changes with the connector's state and with what was asked for. */
export const feedTag = (state: string, { query }: OpenedFeed, asked: string): string =>
  `"${fingerprint([state, query, asked])}"`

function fingerprint(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(JSON.stringify(part))
  return hash.digest('base64url').slice(0, 32)
}
