import db from '@adonisjs/lucid/services/db'
import { unknownObject } from '#core/measurement_objects/errors'

/**
 * Ids of a customer's objects named as people and the API name them: by public key, or by the names of
 * their point and their own. Where objects of several types or sources are named so, they are those of the
 * point that had the name first. Throws `E_UNKNOWN_OBJECT`.
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
    .orderBy('objects.id')
    .select({
      id: 'objects.id',
      identifier: 'objects.identifier',
      publicKey: 'objects.public_key',
      pointName: 'points.name',
    })) as NamedObject[]
  const byKey = Map.groupBy(objects, (object) => object.publicKey)
  const byPoint = Map.groupBy(objects, spelledByPoint)
  return names.flatMap((name) => {
    const found = byKey.get(name) ?? byPoint.get(name)
    if (!found) throw unknownObject(name, [...byKey.keys()].sort())
    const first = found[0]!
    return found.filter(({ pointName }) => pointName === first.pointName).map(({ id }) => id)
  })
}

interface NamedObject {
  id: number
  identifier: string
  publicKey: string
  pointName: string
}

const spelledByPoint = (object: NamedObject) => `${object.pointName}:${object.identifier}`
