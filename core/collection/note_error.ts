import { storageFull } from '#core/collection/errors'
import { isStorageFull } from '#core/http/is_storage_full'
import { RequestError } from '#core/http/request_error'
import CollectionPoint from '#core/measurement_objects/models/collection_point'

/** Does `work`, and keeps the sentence of its failure on the point, until a collection succeeds there. */
export async function noteError<T>(point: CollectionPoint, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isStorageFull(error)) throw storageFull()
    const isTemporary = error instanceof RequestError && error.problem.code === 'E_STOPPING'
    if (!isTemporary) {
      const lastError = sentenceOf(error)
      // Its own failure must not hide the one that is told.
      await CollectionPoint.query()
        .where('id', point.id)
        .update({ lastError })
        .catch(() => undefined)
    }
    throw error
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof RequestError) return error.problem.message
  return error instanceof Error ? error.message : String(error)
}
