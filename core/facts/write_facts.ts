import type { CollectedEvent } from '#core/contracts/collector'
import { unknownEvent } from '#core/facts/errors'
import type { FactsWritten } from '#core/facts/facts_written'
import { factStore } from '#core/facts/store'
import type { ReplayFacts } from '#core/facts/replay_facts'
import { writeEventFacts } from '#core/facts/write_event_facts'
import { registry } from '#core/plugins/registry'

export interface FactsToWrite {
  customerId: number
  pointId: number
  /** The collection point's zone, which local dates and minutes are computed in. */
  zone: string
  source: string
  events: readonly CollectedEvent[]
  /** The collected file that they are from. */
  file?: number
  /** Where files are collected again. */
  replay?: ReplayFacts
  /** As in `EventFacts`. */
  force?: boolean
  /** As `writeEventFacts` calls it. */
  inForce?: (event: CollectedEvent) => void
}

/**
 * Keeps the events of one collection point, which have been checked against their schemas; durable when
 * it resolves. The same events again change nothing.
 *
 * @throws E_UNKNOWN_SOURCE, E_UNKNOWN_EVENT, or what stopped the engine (E_FACTS_…)
 */
export async function writeFacts(facts: FactsToWrite): Promise<FactsWritten> {
  const { customerId, pointId, zone, source, file, replay, force, inForce } = facts
  const schemas = registry().source(source).events
  const store = await factStore()
  const written = { added: 0, replaced: 0, unchanged: 0 }
  for (const [key, events] of Map.groupBy(facts.events, ({ event }) => event)) {
    const schema = schemas.find((known) => known.key === key)
    if (!schema) {
      throw unknownEvent(
        source,
        key,
        schemas.map((known) => known.key)
      )
    }
    const more = await writeEventFacts(store, {
      customerId,
      pointId,
      zone,
      source,
      schema,
      events,
      ...(file !== undefined && { file }),
      ...(replay && { replay }),
      ...(force && { force }),
      ...(inForce && { inForce }),
    })
    written.added += more.added
    written.replaced += more.replaced
    written.unchanged += more.unchanged
  }
  return written
}
