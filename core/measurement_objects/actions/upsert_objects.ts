import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import { DateTime } from 'luxon'
import type { CollectedObject } from '#core/contracts/collector'
import { keepAliases } from '#core/measurement_objects/actions/keep_aliases'
import { insertObjects, type ObjectPoint } from '#core/measurement_objects/actions/insert_objects'
import { keepGroups } from '#core/measurement_objects/actions/keep_groups'
import { unknownPoint } from '#core/measurement_objects/errors'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/** Rows per statement: far under the bindings that either database takes. */
const BATCH = 500

/**
 * Makes a collection point's objects what the platform's directory says: new ones appear, names
 * follow, the removed are marked, and aliases and groups that the directory gave are replaced where
 * an object says which it has. Objects that are not named stay as they are. The same again changes
 * nothing. Throws `E_UNKNOWN_POINT` where the point is not the customer's.
 */
export async function upsertObjects(input: {
  customerId: number
  pointId: number
  objects: readonly CollectedObject[]
}): Promise<void> {
  // One order for every writer, so that two of them seldom wait for each other.
  const objects = [...new Map(input.objects.map((object) => [keyOf(object), object])).values()]
  objects.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  await writeTransaction(async (client) => {
    const point = (await client
      .from('collection_points')
      .where({ id: input.pointId, customer_id: input.customerId })
      .select({ id: 'id', customerId: 'customer_id', source: 'source', name: 'name' })
      .first()) as ObjectPoint | null
    if (!point) throw unknownPoint(input.pointId)
    for (let start = 0; start < objects.length; start += BATCH) {
      await upsertBatch(client, point, objects.slice(start, start + BATCH))
    }
  })
}

const keyOf = (object: { objectType: string; identifier: string }) =>
  `${object.objectType}:${object.identifier}`

async function upsertBatch(
  client: TransactionClientContract,
  point: ObjectPoint,
  objects: readonly CollectedObject[]
) {
  const now = momentText(DateTime.utc())
  await insertObjects(client, point, objects, 'directory')
  const kept = await keptOf(client, point.id, objects)
  const rowOf = (object: CollectedObject) => {
    const row = kept.get(keyOf(object))
    if (row === undefined) throw new Error(`The object ${keyOf(object)} was not kept.`)
    return row
  }
  const idOf = (object: CollectedObject) => rowOf(object).id
  const removed = objects.filter((object) => object.removed).map(idOf)
  const present = objects.filter((object) => !object.removed).map(idOf)
  const rows = () => client.from('measurement_objects')
  for (const object of objects) {
    const { id, name, origin } = rowOf(object)
    const told = { name: object.name.slice(0, 191), origin: 'directory' }
    if (name === told.name && origin === told.origin) continue
    await rows().where('id', id).update(told)
  }
  await rows().whereIn('id', removed).whereNull('removed_at').update({ removed_at: now })
  await rows().whereIn('id', present).whereNotNull('removed_at').update({ removed_at: null })
  const named = objects.map((object) => ({ ...object, id: idOf(object) }))
  await keepAliases(client, named)
  await keepGroups(client, point.customerId, named)
}

interface KeptObject {
  id: number
  objectType: string
  identifier: string
  name: string
  origin: string
}

async function keptOf(
  client: TransactionClientContract,
  pointId: number,
  objects: readonly CollectedObject[]
) {
  const rows = (await client
    .from('measurement_objects')
    .where('point_id', pointId)
    .whereIn(
      'identifier',
      objects.map((object) => object.identifier)
    )
    .select({ id: 'id', objectType: 'object_type', identifier: 'identifier' })
    .select('name', 'origin')) as KeptObject[]
  return new Map(rows.map((row) => [keyOf(row), row]))
}
