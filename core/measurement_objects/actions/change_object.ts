import { DateTime } from 'luxon'
import {
  knownObject,
  notManualObject,
  synchronisedObject,
  unknownObjectType,
  unknownPoint,
} from '#core/measurement_objects/errors'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { registry } from '#core/plugins/registry'

/** What is to change of an object; what is undefined stays. */
export interface ObjectChange {
  name?: string
  description?: string
  /** Whether it is offered in reports, and part of all objects. */
  enabled?: boolean
  identifier?: string
  objectType?: string
  pointId?: number
}

/**
 * Changes an object. The name of one from a directory is the directory's, and what an object is known
 * by can be corrected only where a person entered it. Its public key stays.
 *
 * @throws E_SYNCHRONISED_OBJECT, E_NOT_MANUAL_OBJECT, E_UNKNOWN_POINT, E_UNKNOWN_OBJECT_TYPE, E_KNOWN_OBJECT
 */
export async function changeObject(
  object: MeasurementObject,
  { enabled, name, description, ...place }: ObjectChange
): Promise<void> {
  const renames = name !== undefined && name !== object.name
  if (renames && object.origin === 'directory') throw synchronisedObject(object.identifier)
  if (enabled !== undefined) {
    object.disabledAt = enabled ? null : (object.disabledAt ?? DateTime.utc())
  }
  object.merge({
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  })
  await correctPlace(object, place)
  await object.save()
}

async function correctPlace(
  object: MeasurementObject,
  place: Pick<ObjectChange, 'identifier' | 'objectType' | 'pointId'>
): Promise<void> {
  const { identifier, objectType, pointId } = object
  const known = { identifier, objectType, pointId }
  const wanted = { ...known, ...place }
  if (JSON.stringify(wanted) === JSON.stringify(known)) return
  if (object.origin !== 'manual') throw notManualObject(object.identifier)
  const point = await CollectionPoint.findBy({ customerId: object.customerId, id: wanted.pointId })
  if (!point || point.source !== object.source) throw unknownPoint(wanted.pointId)
  const types = Object.keys(registry().source(point.source).objectTypes)
  if (!types.includes(wanted.objectType)) throw unknownObjectType(wanted.objectType, types)
  if (await MeasurementObject.findBy(wanted)) throw knownObject(wanted.identifier)
  object.merge(wanted)
}
