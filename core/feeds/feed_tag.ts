import { createHash } from 'node:crypto'
import type { OpenedFeed } from '#core/feeds/connector_feed'
import type Connector from '#core/feeds/models/connector'
import { factsVersion } from '#core/reports/feed/facts_version'
import type SavedReport from '#core/saved_reports/models/saved_report'

/**
 * The entity tag of an answer: it changes with all that the answer could depend on, which is the facts,
 * the objects and their groups, the rights of the owner, the period, the connector, the saved report and
 * what was asked for.
 */
export async function feedTag(
  { query, sources }: OpenedFeed,
  connector: Connector,
  saved: SavedReport,
  asked: string
): Promise<string> {
  const { reader, objects, points, customer, type, store } = sources
  const rights = {
    objects: reader.objectIds && [...reader.objectIds],
    calls: [reader.callSpecification, reader.personalFields],
  }
  const hash = createHash('sha256')
  for (const part of [
    asked,
    query,
    rights,
    objects,
    points,
    type,
    customer,
    [
      connector.id,
      connector.updatedAt.toMillis(),
      saved.id,
      saved.updatedAt.toMillis(),
      saved.name,
    ],
    await factsVersion(store, sources),
  ]) {
    hash.update(JSON.stringify(part))
  }
  return `"${hash.digest('base64url').slice(0, 32)}"`
}

/** Whether one of the tags that a client has is this one. */
export const isKnown = (tag: string, ifNoneMatch: string | null): boolean =>
  ifNoneMatch !== null &&
  ifNoneMatch.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
