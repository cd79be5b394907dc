import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import { freeKeys } from '#core/measurement_objects/queries/free_keys'
import { momentText } from '#database/columns'

/** An object that may not be there yet. */
export interface NewObject {
  objectType: string
  identifier: string
  name: string
  description?: string
}

/** The collection point that objects are made at. */
export interface ObjectPoint {
  id: number
  customerId: number
  source: string
  name: string
}

const ATTEMPTS = 8

/**
 * Makes those of the objects, at most some hundred, that the point does not have yet, each with its
 * public key. Two points that are told of the same identifier at once give it two keys: the index
 * refuses the second, which then looks again.
 */
export async function insertObjects(
  client: TransactionClientContract,
  point: ObjectPoint,
  objects: readonly NewObject[],
  origin: 'event' | 'directory' | 'manual'
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const missing = await missingOf(client, point, objects)
    if (missing.length === 0) return
    const keys = await freeKeys(client, point, missing)
    const created = momentText(DateTime.utc())
    const rows = missing.map((object, index) => ({
      customer_id: point.customerId,
      point_id: point.id,
      source: point.source,
      object_type: object.objectType,
      identifier: object.identifier,
      public_key: keys[index],
      name: object.name.slice(0, 191),
      description: object.description ?? '',
      origin,
      created_at: created,
    }))
    try {
      await client.table('measurement_objects').multiInsert(rows)
      return
    } catch (error) {
      if (!isTaken(error) || attempt === ATTEMPTS) throw error
    }
  }
}

async function missingOf(
  client: TransactionClientContract,
  point: ObjectPoint,
  objects: readonly NewObject[]
): Promise<NewObject[]> {
  const idOf = (one: { objectType: string; identifier: string }) =>
    `${one.objectType}:${one.identifier}`
  const rows = (await client
    .from('measurement_objects')
    .where('point_id', point.id)
    .whereIn(
      'identifier',
      objects.map(({ identifier }) => identifier)
    )
    .select({ objectType: 'object_type', identifier: 'identifier' })) as {
    objectType: string
    identifier: string
  }[]
  const known = new Set(rows.map(idOf))
  return objects.filter((object) => {
    const isNew = !known.has(idOf(object))
    known.add(idOf(object))
    return isNew
  })
}

const TAKEN = new Set(['ER_DUP_ENTRY', 'SQLITE_CONSTRAINT_UNIQUE'])
const isTaken = (error: unknown) => TAKEN.has((error as { code?: string }).code ?? '')
