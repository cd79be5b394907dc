import db from '@adonisjs/lucid/services/db'
import { ambiguousObject, unknownObject } from '#core/measurement_objects/errors'

/**
 * Ids of a customer's objects named as people and the API name them: by identifier, or by
 * `point:identifier` where the customer has it at several collection points. Throws
 * `E_UNKNOWN_OBJECT` and `E_AMBIGUOUS_OBJECT`.
 */
export async function findObjectIds(
  customerId: number,
  names: readonly string[]
): Promise<number[]> {
  if (!names.length) return []
  const objects = (await db
    .from('measurement_objects as objects')
    .join('collection_points as points', 'points.id', 'objects.point_id')
    .where('objects.customer_id', customerId)
    .orderBy('objects.identifier')
    .select({
      id: 'objects.id',
      identifier: 'objects.identifier',
      pointName: 'points.name',
    })) as NamedObject[]
  const byIdentifier = Map.groupBy(objects, (object) => object.identifier)
  const byAddress = Map.groupBy(objects, address)
  return names.flatMap((name) => {
    const found = byAddress.get(name) ?? byIdentifier.get(name)
    if (!found) throw unknownObject(name, [...byIdentifier.keys()])
    const addresses = new Set(found.map(address))
    if (addresses.size > 1) throw ambiguousObject(name, [...addresses])
    return found.map((object) => object.id)
  })
}

interface NamedObject {
  id: number
  identifier: string
  pointName: string
}

const address = (object: NamedObject) => `${object.pointName}:${object.identifier}`
