import { DateTime } from 'luxon'
import type MeasurementObject from '#core/measurement_objects/models/measurement_object'

/**
 * Takes an object out of use. One that was entered by hand goes; of one that calls or a directory told
 * of, the statistics are kept, so it stays reportable as removed, and comes back when it is told of again.
 */
export async function removeObject(object: MeasurementObject): Promise<'deleted' | 'removed'> {
  if (object.origin === 'manual') {
    await object.delete()
    return 'deleted'
  }
  if (!object.removedAt) await object.merge({ removedAt: DateTime.utc() }).save()
  return 'removed'
}
