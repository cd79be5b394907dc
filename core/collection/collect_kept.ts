import { checkpoint, type CheckpointTarget } from '#core/collection/checkpoint'
import { addTotals, noTotals, type CollectionTotals } from '#core/collection/collection_totals'
import { gatherBatches, type Batch } from '#core/collection/gather_batches'
import { numberLines } from '#core/collection/files/number_lines'
import type CollectedFile from '#core/collection/models/collected_file'
import { listedCount } from '#core/collection/quarantine/listed_count'
import { readKept } from '#core/collection/run_collector'
import type { OpenPoint } from '#core/collection/opened_point'
import { demandRunning } from '#core/collection/stop_collecting'
import { storeBatch } from '#core/collection/store_batch'

/**
 * Reads a kept file on from its position to `size`, with the point's memory. After each batch is
 * durable as facts, position, memory, counts and broken lines are stored together, so that it can be
 * stopped anywhere and go on from there. The point must be this collection's own (`inPoint`).
 */
export async function collectKept(
  open: OpenPoint,
  file: CollectedFile,
  size: number
): Promise<CollectionTotals> {
  const from = file.position
  const reading = readKept(open, file, { from, size }, structuredClone(open.point.memory))
  const target = { point: open.point, file, listed: await listedCount(file.pointId, file.id) }
  const totals = noTotals()
  let records = 0

  const store = async (batch: Batch) => {
    demandRunning()
    const { totals: counts, rejected, span } = await storeBatch(open, batch, { file: file.id })
    const read = reading.lines() - totals.read
    const done = { ...counts, read, quarantined: rejected.length }
    await checkpoint(target, {
      ...progress(batch, size),
      totals: done,
      span,
      rejected: await numberLines(file, from, rejected),
    })
    addTotals(totals, done)
    records += batch.events.length + batch.rejected.length
  }

  const last = await eachWhileNextIsRead(gatherBatches(reading.results), store)
  await finish(target, last, size)
  return totals.read > 1 ? totals : { ...totals, read: records }
}

/** Memory is that of a position: without the one, the other is not stored. */
const progress = ({ memory, position }: Batch, size: number) =>
  position === undefined ? {} : { memory, position: Math.min(position, size) }

/** A collector that does not say how far it came has dealt with all that it was given. */
async function finish(target: CheckpointTarget, last: Batch | undefined, size: number) {
  if (last?.memory === undefined || last.position !== undefined) return
  await checkpoint(target, { memory: last.memory, position: size, totals: {}, rejected: [] })
}

/** Hands over each batch when the one before is done, while the next is being read. Answers the last. */
async function eachWhileNextIsRead(
  batches: AsyncIterable<Batch>,
  store: (batch: Batch) => Promise<void>
): Promise<Batch | undefined> {
  let storing = Promise.resolve()
  let last: Batch | undefined
  try {
    for await (const batch of batches) {
      await storing
      storing = store(batch)
      // Its failure is met where it is awaited; until then it must not count as unhandled.
      storing.catch(() => {})
      last = batch
    }
  } finally {
    // Also where the reading failed: nothing may go on behind the back of the next collection.
    await storing
  }
  return last
}
