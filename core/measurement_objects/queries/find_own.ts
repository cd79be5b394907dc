import { unknownGroup, unknownObject } from '#core/measurement_objects/errors'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import ObjectGroup from '#core/measurement_objects/models/object_group'

const idOf = (id: unknown) => (/^\d{1,9}$/.test(String(id)) ? Number(id) : 0)

/** The customer's object of this id. Throws `E_UNKNOWN_OBJECT`. */
export async function findObject(customerId: number, id: unknown): Promise<MeasurementObject> {
  const object = await MeasurementObject.findBy({ customerId, id: idOf(id) })
  if (!object) throw unknownObject(String(id))
  return object
}

/** The customer's group of this id. Throws `E_UNKNOWN_GROUP`. */
export async function findGroup(customerId: number, id: unknown): Promise<ObjectGroup> {
  const group = await ObjectGroup.findBy({ customerId, id: idOf(id) })
  if (!group) throw unknownGroup(String(id))
  return group
}
