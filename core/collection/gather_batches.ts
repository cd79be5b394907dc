import type {
  Collected,
  CollectedEvent,
  CollectedObject,
  Rejected,
} from '#core/contracts/collector'
import { nextTurn } from '#core/jobs/yield_to_event_loop'

/**
 * What is written at once. `memory` (as JSON) and `position` are those to store once the batch is
 * durable. Both are absent in the first parts of a result too large for one batch, and `position`
 * where the collector does not say it.
 */
export interface Batch {
  events: CollectedEvent[]
  objects: CollectedObject[]
  rejected: Rejected[]
  /** Beginnings of keys that results replace whole, each with the keys that they made. */
  replaces: { event: string; keyStart: string; keys: string[] }[]
  memory?: string
  position?: number
}

/** When a batch is full: by its records, or by the milliseconds since it was begun. */
export interface BatchLimits {
  records: number
  milliseconds: number
}

const usual: BatchLimits = { records: 10_000, milliseconds: 1000 }

/** Gathers what a collector hands over into batches: large enough to be written fast, small enough to lose little time when stopped. */
export async function* gatherBatches(
  results: AsyncIterable<Collected>,
  limits: BatchLimits = usual
): AsyncIterable<Batch> {
  let batch = emptyBatch()
  let begunAt = Date.now()
  let last: Collected | undefined
  for await (const result of results) {
    last = result
    yield* takeIn(batch, result, limits.records)
    if (recordsOf(batch) >= limits.records || Date.now() - begunAt >= limits.milliseconds) {
      yield close(batch, result)
      batch = emptyBatch()
      begunAt = Date.now()
      last = undefined
    }
    // A collector with all its input at hand would otherwise keep everybody else waiting.
    await nextTurn()
  }
  if (last) yield close(batch, last)
}

const emptyBatch = (): Batch => ({ events: [], objects: [], rejected: [], replaces: [] })

const recordsOf = ({ events, rejected }: Batch) => events.length + rejected.length

/** Moves a result into the batch; of one larger than a batch, all but the last part are answered as batches of their own. */
function* takeIn(batch: Batch, result: Collected, most: number): Iterable<Batch> {
  batch.objects.push(...(result.objects ?? []))
  for (const rejected of result.rejected ?? []) batch.rejected.push(rejected)
  const events = result.events ?? []
  const replaces = (result.replaces ?? []).map(({ event, keyStart }) => ({
    event,
    keyStart,
    keys: events
      .filter((one) => one.event === event && one.key.startsWith(keyStart))
      .map(({ key }) => key),
  }))
  dropReplaced(batch, replaces)
  let from = 0
  for (; events.length - from > most; from += most) {
    yield { ...emptyBatch(), events: events.slice(from, from + most) }
  }
  for (; from < events.length; from++) batch.events.push(events[from]!)
}

/** What the same batch was to write is not written where a later result replaces it. */
function dropReplaced(batch: Batch, replaces: Batch['replaces']) {
  if (replaces.length === 0) return
  const isReplaced = (event: string, start: string) =>
    replaces.some((later) => later.event === event && start.startsWith(later.keyStart))
  batch.events = batch.events.filter(({ event, key }) => !isReplaced(event, key))
  batch.replaces = batch.replaces.filter(({ event, keyStart }) => !isReplaced(event, keyStart))
  batch.replaces.push(...replaces)
}

/**
 * The memory is written down here and now: the collector may go on changing the same value while the
 * batch is stored.
 */
const close = (batch: Batch, { memory, position }: Collected): Batch => ({
  ...batch,
  memory: JSON.stringify(memory ?? null),
  ...(position !== undefined && { position }),
})
