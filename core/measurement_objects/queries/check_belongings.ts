import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { unknownGroup, unknownObject, unknownPoint } from '#core/measurement_objects/errors'

/** Throws `E_UNKNOWN_OBJECT` where one of the ids is no object of the customer's. */
export async function checkObjects(
  client: QueryClientContract,
  customerId: number,
  ids: readonly number[]
): Promise<void> {
  const foreign = await foreignId(client, 'measurement_objects', customerId, ids)
  if (foreign !== undefined) throw unknownObject(foreign)
}

/** Throws `E_UNKNOWN_GROUP` where one of the ids is no group of the customer's. */
export async function checkGroups(
  client: QueryClientContract,
  customerId: number,
  ids: readonly number[]
): Promise<void> {
  const foreign = await foreignId(client, 'object_groups', customerId, ids)
  if (foreign !== undefined) throw unknownGroup(foreign)
}

/** Throws `E_UNKNOWN_POINT` where one of the ids is no collection point of the customer's. */
export async function checkPoints(
  client: QueryClientContract,
  customerId: number,
  ids: readonly number[]
): Promise<void> {
  const foreign = await foreignId(client, 'collection_points', customerId, ids)
  if (foreign !== undefined) throw unknownPoint(foreign)
}

async function foreignId(
  client: QueryClientContract,
  table: 'measurement_objects' | 'object_groups' | 'collection_points',
  customerId: number,
  ids: readonly number[]
) {
  if (!ids.length) return undefined
  const rows = (await client.from(table).where('customer_id', customerId).select('id')) as {
    id: number
  }[]
  const own = new Set(rows.map((row) => row.id))
  return ids.find((id) => !own.has(id))
}
