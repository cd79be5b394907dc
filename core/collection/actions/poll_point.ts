import { checkpoint } from '#core/collection/checkpoint'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { demandEnabled } from '#core/collection/ensure_point'
import { sourcePollsNothing, stopping } from '#core/collection/errors'
import { syncDirectory } from '#core/collection/objects/sync_directory'
import { gatherBatches } from '#core/collection/gather_batches'
import { noteError } from '#core/collection/note_error'
import { openPoint } from '#core/collection/open_point'
import { inPoint } from '#core/collection/point_lock'
import { demandComplete } from '#core/collection/point_settings'
import { listedCount } from '#core/collection/quarantine/listed_count'
import { pollPlatform } from '#core/collection/run_collector'
import type { OpenPoint } from '#core/collection/opened_point'
import { demandRunning, stopSignal } from '#core/collection/stop_collecting'
import { storeBatch } from '#core/collection/store_batch'
import type CollectionPoint from '#core/measurement_objects/models/collection_point'

/** Between two batches a collection ends after this, and goes on when it is asked next. */
const LONGEST_MS = 10 * 60_000

/**
 * Asks a point's platform once for what is new, and for its directory when that is due. The memory is
 * stored after each batch is durable, so it can be stopped anywhere. A platform that has more than can be
 * told in ten minutes is asked on the next time. `mayGoOn` is aborted where another process takes over.
 *
 * @throws E_SOURCE_NOT_ENABLED, E_SOURCE_POLLS_NOTHING, E_SETTINGS_INCOMPLETE, E_COLLECTION_FAILED; the point keeps the sentence.
 */
export async function pollPoint(
  point: CollectionPoint,
  mayGoOn: AbortSignal = stopSignal()
): Promise<CollectionTotals> {
  const signal = AbortSignal.any([stopSignal(), mayGoOn])
  return inPoint(point.id, () =>
    noteError(point, async () => {
      await point.refresh()
      const open = await openPoint(point)
      demandComplete(open.source, point, open.settings)
      try {
        await syncDirectory(open, signal)
        return await poll(open, signal)
      } catch (error) {
        // That it was ended is no fault of the platform.
        throw signal.aborted ? stopping() : error
      }
    })
  )
}

async function poll(open: OpenPoint, signal: AbortSignal) {
  const { point, source } = open
  const ended = new AbortController()
  const results = pollPlatform(
    open,
    structuredClone(point.memory),
    AbortSignal.any([signal, ended.signal])
  )
  if (!results) throw sourcePollsNothing(source.key)
  const target = { point, file: null, listed: await listedCount(point.id, null) }
  const totals = noTotals()
  const until = performance.now() + LONGEST_MS
  try {
    for await (const batch of gatherBatches(results)) {
      demandRunning()
      signal.throwIfAborted()
      // It may have been taken away from the customer since the asking began.
      await demandEnabled(point.customerId, source.key)
      const { totals: counts, rejected, span } = await storeBatch(open, batch)
      const read = batch.events.length + batch.rejected.length
      const done = { ...counts, read, quarantined: rejected.length }
      await checkpoint(target, {
        ...(batch.memory !== undefined && { memory: batch.memory }),
        totals: done,
        span,
        rejected,
      })
      addTotals(totals, done)
      if (performance.now() > until) break
    }
    return totals
  } finally {
    // What is still being asked of the platform is not waited for.
    ended.abort()
  }
}
