import type { CollectionTotals } from '#core/collection/collection_totals'
import { spanOf, type Span } from '#core/collection/span'
import { replacedEvents } from '#core/collection/replaced_events'
import type { Batch } from '#core/collection/gather_batches'
import { ensureObjects } from '#core/collection/objects/ensure_objects'
import { nextTurn } from '#core/jobs/yield_to_event_loop'
import { upsertObjects } from '#core/measurement_objects/actions/upsert_objects'
import type { OpenPoint } from '#core/collection/opened_point'
import type { CollectedEvent, Rejected } from '#core/contracts/collector'
import type { ReplayFacts } from '#core/facts/replay_facts'
import { writeFacts } from '#core/facts/write_facts'
import { noteEvents } from '#core/notifications/note_events'

/** What became of a batch: counts of its facts, and all its broken records with their reasons. */
export interface StoredBatch {
  totals: Pick<CollectionTotals, 'added' | 'replaced' | 'unchanged'>
  rejected: Rejected[]
  /** When its first and last events were. */
  span?: Span
}

/**
 * Makes a batch durable: checks its events, makes the objects they name, writes them as facts, and notes
 * whom they concern. `from` says which file it is of, and whether files are collected again. Safe to repeat. Neither memory nor position is stored here.
 */
export async function storeBatch(
  open: OpenPoint,
  batch: Batch,
  from: { file?: number; replay?: ReplayFacts } = {}
): Promise<StoredBatch> {
  const { customerId } = open.point
  const { events, rejected } = await checked(open, batch)
  await ensureObjects(open.point, open.objectsIn(events))
  if (batch.objects.length > 0) {
    await upsertObjects({ customerId, pointId: open.point.id, objects: batch.objects })
  }
  const gone = await replacedEvents(open, batch.replaces)
  if (events.length + gone.length === 0) {
    return { totals: { added: 0, replaced: 0, unchanged: 0 }, rejected }
  }
  const telling = open.source.events.filter(({ notify }) => notify !== undefined)
  const inForce: CollectedEvent[] = []
  const { added, replaced, unchanged } = await writeFacts({
    customerId,
    pointId: open.point.id,
    zone: open.point.zone,
    source: open.source.key,
    events: gone.length > 0 ? [...events, ...gone] : events,
    ...from,
    ...(telling.length && { inForce: (event: CollectedEvent) => inForce.push(event) }),
  })
  const { id: pointId } = open.point
  const source = open.source.key
  await noteEvents({ customerId, pointId, source, schemas: telling, events: inForce })
  const span = spanOf(events)
  return { totals: { added, replaced, unchanged }, rejected, ...(span && { span }) }
}

const AT_ONCE = 2000

async function checked(open: OpenPoint, batch: Batch) {
  const events: CollectedEvent[] = []
  const rejected = [...batch.rejected]
  for (const [index, event] of batch.events.entries()) {
    const reason = open.check(event)
    if (reason === undefined) events.push(event)
    else rejected.push({ line: JSON.stringify(event), reason })
    if (index % AT_ONCE === AT_ONCE - 1) await nextTurn()
  }
  return { events, rejected }
}
