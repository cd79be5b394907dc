import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { keptPathOf } from '#core/collection/files/kept_file'
import CollectedFile from '#core/collection/models/collected_file'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** Notes a file that was not seen before, with the memory in force now, at its start. Nothing of it is read yet. */
export async function createFile(
  point: CollectionPoint,
  values: Pick<CollectedFile, 'name' | 'fingerprint' | 'format'>
): Promise<CollectedFile> {
  const now = DateTime.utc()
  return db.transaction(async (client) => {
    const file = await CollectedFile.create(
      {
        ...values,
        name: values.name.slice(0, 255),
        customerId: point.customerId,
        pointId: point.id,
        position: 0,
        keptPath: '',
        memoryAtStart: point.memory,
        readCount: 0,
        newCount: 0,
        replacedCount: 0,
        quarantinedCount: 0,
        createdAt: now,
        updatedAt: now,
      },
      { client }
    )
    // The copy is named by the id, which is only known now.
    return file.merge({ keptPath: keptPathOf(point.customerId, point.id, file.id) }).save()
  })
}
