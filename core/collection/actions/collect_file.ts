import { open as openFile, type FileHandle } from 'node:fs/promises'
import { collectKept } from '#core/collection/collect_kept'
import { noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { ensurePoint, type PointRequest } from '#core/collection/ensure_point'
import { noSuchFile } from '#core/collection/errors'
import { createFile } from '#core/collection/files/create_file'
import { forgetFile } from '#core/collection/files/forget_file'
import { demandReadable } from '#core/collection/files/demand_readable'
import { identifyFile } from '#core/collection/files/identify_file'
import { keepBytes, keptPath } from '#core/collection/files/kept_file'
import { unpacked } from '#core/collection/files/unpacked'
import type CollectedFile from '#core/collection/models/collected_file'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { inPoint } from '#core/collection/point_lock'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** A file on this machine, and the collection point by name that it belongs to. */
export interface FileToCollect {
  customerId: number
  source: string
  point: string
  /** Of a new point; another zone than it has moves a point that exists. */
  zone?: string
  path: string
  /** What the file is called in lists. */
  name: string
}

/**
 * Collects what is new of a file: nothing of one that was collected before, the rest of one that has
 * grown. Files ending in `.ndjson` hold events, others the platform's own format; `.gz` is unpacked.
 * Everything counted is durable when it resolves. Safe to repeat, also after a crash.
 *
 * @throws E_NO_SUCH_FILE, E_COLLECTION_FAILED and what `ensurePoint` throws.
 */
export async function collectFile(file: FileToCollect): Promise<CollectionTotals> {
  await demandReadable(file.path)
  const point = await ensurePoint(pointOf(file))
  return unpacked(file, ({ path, name }) => collectFileAt(point, path, name))
}

/** The same for a collection point that is at hand. */
export async function collectFileAt(point: CollectionPoint, path: string, name: string) {
  return inPoint(point.id, () =>
    noteError(point, async () => {
      await point.refresh()
      const handle = await openFile(path).catch((error: Error) => {
        throw noSuchFile(path, error.message)
      })
      try {
        return await collectNew(point, handle, name)
      } finally {
        await handle.close()
      }
    })
  )
}

const pointOf = ({ customerId, source, point, zone }: FileToCollect): PointRequest => ({
  customerId,
  source,
  name: point,
  ...(zone !== undefined && { zone }),
})

async function collectNew(point: CollectionPoint, handle: FileHandle, name: string) {
  const identity = await identifyFile(point.id, handle)
  if (!identity) return noTotals()
  const { size } = await handle.stat()
  const { known, fingerprint } = identity
  if (known && known.position >= size) return noTotals()
  const format = name.endsWith('.ndjson') ? 'ndjson' : 'platform'
  const file = known ?? (await createFile(point, { name, fingerprint, format }))
  const kept = await keepBytes(handle, keptPath(file), file.position, {
    from: file.position,
    to: size,
  })
  const totals = await collectKept(await openPoint(point), file, kept)
  await dropUnread(file)
  return totals
}

/** A file of which nothing could be read yet, such as half a line, is seen as new when there is more. */
async function dropUnread(file: CollectedFile) {
  if (file.position === 0 && file.quarantinedCount === 0) await forgetFile(file)
}
