import { DateTime } from 'luxon'
import { knownObject, unknownObjectType, unknownPoint } from '#core/measurement_objects/errors'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'

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
  return MeasurementObject.create({
    customerId,
    pointId,
    objectType,
    identifier,
    name: name || identifier,
    description,
    origin: 'manual',
    removedAt: null,
    createdAt: DateTime.utc(),
  })
}
