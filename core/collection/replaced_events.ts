import type { Batch } from '#core/collection/gather_batches'
import type { OpenPoint } from '#core/collection/opened_point'
import type { CollectedEvent } from '#core/contracts/collector'
import { findKeys } from '#core/facts/queries/find_keys'

const STARTS_AT_ONCE = 500

/** Of what a batch replaces whole, the stored facts that it does not make again, as events that remove them. */
export async function replacedEvents(
  { point, source }: OpenPoint,
  replaces: Batch['replaces']
): Promise<CollectedEvent[]> {
  const removed: CollectedEvent[] = []
  for (const [event, parts] of Map.groupBy(replaces, (part) => part.event)) {
    const schema = source.events.find(({ key }) => key === event)
    if (!schema) continue
    const kept = new Set(parts.flatMap(({ keys }) => keys))
    for (let at = 0; at < parts.length; at += STARTS_AT_ONCE) {
      const starts = parts.slice(at, at + STARTS_AT_ONCE).map(({ keyStart }) => keyStart)
      for (const { key, sourceVersion } of await findKeys(point, schema, starts)) {
        if (kept.has(key)) continue
        removed.push({
          event,
          key,
          at: new Date(0),
          fields: {},
          version: sourceVersion,
          removed: true,
        })
      }
    }
  }
  return removed
}
