import { insertObjects } from '#core/measurement_objects/actions/insert_objects'
import { knownObject, unknownObjectType, unknownPoint } from '#core/measurement_objects/errors'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'
import { writeTransaction } from '#database/write_transaction'

/**
 * An object that somebody enters by hand, such as one that its platform no longer knows; it can be
 * reported on at once. Throws `E_UNKNOWN_POINT`, `E_UNKNOWN_OBJECT_TYPE` and `E_KNOWN_OBJECT`.
 */
export async function addObject(
  customerId: number,
  object: {
    pointId: number
    objectType: string
    identifier: string
    name?: string
    description?: string
  }
): Promise<MeasurementObject> {
  const { pointId, objectType, identifier, name, description = '' } = object
  const point = await CollectionPoint.findBy({ customerId, id: pointId })
  if (!point) throw unknownPoint(pointId)
  const types = Object.keys(registry().source(point.source).objectTypes)
  if (!types.includes(objectType)) throw unknownObjectType(objectType, types)
  if (await MeasurementObject.findBy({ pointId, objectType, identifier })) {
    throw knownObject(identifier)
  }
  const made = { objectType, identifier, name: name || identifier, description }
  await writeTransaction((client) => insertObjects(client, point, [made], 'manual'))
  return MeasurementObject.findByOrFail({ pointId, objectType, identifier })
}
