import { synchronisedObject } from '#core/measurement_objects/errors'
import type MeasurementObject from '#core/measurement_objects/models/measurement_object'

/** Names or describes an object. The name of one from a directory is the directory's: `E_SYNCHRONISED_OBJECT`. */
export async function changeObject(
  object: MeasurementObject,
  change: { name?: string; description?: string }
): Promise<void> {
  const renames = change.name !== undefined && change.name !== object.name
  if (renames && object.origin === 'directory') throw synchronisedObject(object.identifier)
  await object.merge(change).save()
}
