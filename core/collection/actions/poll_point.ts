import { checkpoint } from '#core/collection/checkpoint'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { demandEnabled } from '#core/collection/ensure_point'
import { syncDirectory } from '#core/collection/objects/sync_directory'
import { sourcePollsNothing } from '#core/collection/errors'
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

/**
 * Asks a point's platform once for what is new, and for its directory when that is due. The memory is
 * stored after each batch is durable, so it can be stopped anywhere.
 *
 * @throws E_SOURCE_NOT_ENABLED, E_SOURCE_POLLS_NOTHING, E_SETTINGS_INCOMPLETE, E_COLLECTION_FAILED; the point keeps the sentence.
 */
export async function pollPoint(point: CollectionPoint): Promise<CollectionTotals> {
  return inPoint(point.id, () =>
    noteError(point, async () => {
      await point.refresh()
      const open = await openPoint(point)
      demandComplete(open.source, point, open.settings)
      await syncDirectory(open, stopSignal())
      return poll(open)
    })
  )
}

async function poll(open: OpenPoint) {
  const { point, source } = open
  const results = pollPlatform(open, structuredClone(point.memory), stopSignal())
  if (!results) throw sourcePollsNothing(source.key)
  const target = { point, file: null, listed: await listedCount(point.id, null) }
  const totals = noTotals()
  for await (const batch of gatherBatches(results)) {
    demandRunning()
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
  }
  return totals
}
