import type { NamedObject } from '#core/collection/objects/named_objects'
import { insertObjects, type ObjectPoint } from '#core/measurement_objects/actions/insert_objects'
import { writeTransaction } from '#database/write_transaction'

/**
 * Makes measurement objects of what events name, where they do not exist, so that a report can ask for
 * them at once. Safe to repeat and to do twice at the same time.
 */
export async function ensureObjects(
  point: ObjectPoint,
  objects: readonly NamedObject[]
): Promise<void> {
  const known = knownOf(point.id)
  const missing = objects.filter((object) => !known.has(idOf(object)))
  for (let at = 0; at < missing.length; at += AT_ONCE) {
    const some = missing
      .slice(at, at + AT_ONCE)
      .map((object) => ({ ...object, name: object.identifier }))
    await writeTransaction((client) => insertObjects(client, point, some, 'event'))
  }
  for (const object of missing) known.add(idOf(object))
}

const AT_ONCE = 200
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
