import type { CollectedEvent } from '#core/contracts/collector'
import type { Reading } from '#core/plugins/conformance/read_recording'

/** What is known after one or more readings: the last event of each key, unless its version is lower; the removed ones gone. */
export function factsOf(...readings: readonly Reading[]): Map<string, CollectedEvent> {
  const facts = new Map<string, CollectedEvent>()
  for (const event of readings.flatMap(({ events }) => events)) {
    const key = `${event.event} ${event.key}`
    const before = facts.get(key)
    if (before && (event.version ?? 0) < (before.version ?? 0)) continue
    facts.set(key, event)
  }
  return new Map([...facts].filter(([, event]) => !event.removed))
}

/** How the facts of two readings differ, in a sentence; nothing where they do not. */
export function difference(
  expected: ReadonlyMap<string, CollectedEvent>,
  found: ReadonlyMap<string, CollectedEvent>
): string | undefined {
  for (const [key, event] of expected) {
    const other = found.get(key)
    if (!other) return `the event ${key} is missing`
    if (written(event) !== written(other)) {
      return `the event ${key} is ${written(other)} and not ${written(event)}`
    }
  }
  const more = [...found.keys()].find((key) => !expected.has(key))
  return more && `there is one event too many: ${more}`
}

/** Null and a field left out say the same. */
function written({ at, fields }: CollectedEvent) {
  const said = Object.entries(fields ?? {}).filter(([, value]) => value !== null)
  return JSON.stringify([at, said.sort(([a], [b]) => (a < b ? -1 : 1))])
}
