import { keptCopyGone, unknownFile } from '#core/collection/errors'
import { isKept } from '#core/collection/files/kept_file'
import CollectedFile from '#core/collection/models/collected_file'
import { noteError } from '#core/collection/note_error'
import { inPoint } from '#core/collection/point_lock'
import { replayFiles, type AgainTotals } from '#core/collection/replay/replay_files'
import { replayOrder } from '#core/collection/replay/replay_order'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/**
 * Collects a file again from its kept copy, with the memory that was in force at its start, after its
 * plugin or schema was mended. What the file leaves open is closed by later ones, so the later files
 * of the point follow in order; NDJSON has no memory and is read alone. What the files made before is
 * replaced: what they do not make now is gone. That, memory and quarantine change at the end; stopped
 * before, it is asked for again.
 *
 * @throws E_UNKNOWN_FILE, E_KEPT_COPY_GONE, E_COLLECTION_FAILED.
 */
export async function collectAgain(request: {
  customerId: number
  fileId: number
}): Promise<AgainTotals> {
  const { customerId, fileId } = request
  const file = await CollectedFile.query().where({ customerId, id: fileId }).first()
  if (!file) throw unknownFile(fileId)
  const point = await CollectionPoint.findOrFail(file.pointId)
  return inPoint(point.id, () =>
    noteError(point, async () => {
      const files = replayOrder(file, await CollectedFile.query().where('pointId', point.id))
      for (const each of files) await demandKept(each)
      return replayFiles(point, files)
    })
  )
}

async function demandKept(file: CollectedFile) {
  if (!(await isKept(file))) throw keptCopyGone(file.name)
}
