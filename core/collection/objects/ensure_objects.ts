import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { NamedObject } from '#core/collection/objects/named_objects'
import { momentText } from '#database/columns'

/**
 * Makes measurement objects of what events name, where they do not exist, so that a report can ask for
 * them at once. Safe to repeat and to do twice at the same time.
 */
export async function ensureObjects(
  point: { id: number; customerId: number },
  objects: readonly NamedObject[]
): Promise<void> {
  const known = knownOf(point.id)
  const missing = objects.filter((object) => !known.has(idOf(object)))
  const created = momentText(DateTime.utc())
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const rows = missing.slice(at, at + AT_ONCE).map(({ objectType, identifier }) => ({
      customer_id: point.customerId,
      point_id: point.id,
      object_type: objectType,
      identifier,
      name: identifier,
      origin: 'event',
      created_at: created,
    }))
    await db
      .insertQuery()
      .table('measurement_objects')
      .multiInsert(rows)
      .onConflict(['point_id', 'object_type', 'identifier'])
      .ignore()
  }
  for (const object of missing) known.add(idOf(object))
}

const AT_ONCE = 100
const MOST_KNOWN = 200_000
// An object that somebody removes altogether comes back with its next call, once this is over.
const KNOWN_FOR_MS = 60_000

const points = new Map<number, { at: number; known: Set<string> }>()

function knownOf(pointId: number): Set<string> {
  const now = Date.now()
  const entry = points.get(pointId)
  if (entry && now - entry.at < KNOWN_FOR_MS && entry.known.size < MOST_KNOWN) return entry.known
  const known = new Set<string>()
  points.set(pointId, { at: now, known })
  return known
}

const idOf = ({ objectType, identifier }: NamedObject) => `${objectType}:${identifier}`
