import { setImmediate } from 'node:timers/promises'
import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factLines, samePlace, type FactLines } from '#core/facts/fact_lines'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'
import { inTableOrder } from '#core/facts/in_table_order'
import { findStored, type StoredFact } from '#core/facts/queries/find_stored'
import { nextVersion } from '#core/facts/version_clock'
import { tabText } from '#core/facts/engine/tab_separated'
import type { FactsWritten } from '#core/facts/write_facts'

export interface EventFacts {
  customerId: number
  pointId: number
  zone: string
  source: string
  schema: EventSchema
  /** All of the schema's event. */
  events: readonly CollectedEvent[]
}

const KEYS_AT_ONCE = 20_000
const LINES_AT_ONCE = 2_000

/**
 * Keeps the facts of one event. The latest of a key wins unless its version is lower; where its place
 * in the table changed, the row at the old place is marked as gone.
 */
export async function writeEventFacts(store: FactStore, facts: EventFacts): Promise<FactsWritten> {
  const written = { added: 0, replaced: 0, unchanged: 0 }
  await ensureFactTable(store, facts.source, facts.schema)
  await inTableOrder(factTableName(facts.source, facts.schema.key), async () => {
    for (let from = 0; from < facts.events.length; from += KEYS_AT_ONCE) {
      const events = facts.events.slice(from, from + KEYS_AT_ONCE)
      await writeBatch(store, { ...facts, events }, written)
    }
  })
  return written
}

async function writeBatch(store: FactStore, facts: EventFacts, written: FactsWritten) {
  const latest = latestOfEachKey(facts.events)
  written.unchanged += facts.events.length - latest.size
  const lines = factLines(facts.schema)
  const stored = await findStored(store, facts, lines, [...latest.keys()])
  const rows: string[] = []
  const start = `${facts.customerId}\t${facts.pointId}\t`
  let done = 0
  for (const event of latest.values()) {
    const key = tabText(event.key)
    const { outcome, changes } = change(event, facts.zone, lines, stored.get(key))
    written[outcome] += 1
    for (const { version, gone, content } of changes) {
      rows.push(`${start}${key}\t${version}\t${gone ? 1 : 0}\t${content}\n`)
    }
    // Others are answered between, where the batch is long.
    if (++done % LINES_AT_ONCE === 0) await setImmediate()
  }
  if (rows.length === 0) return
  await store.insertLines(
    factTableName(facts.source, facts.schema.key),
    ['customer', 'point', 'key', 'version', 'is_deleted', ...lines.contentColumns],
    Buffer.from(rows.join(''))
  )
}

/** A key may come several times; a later one stands unless its version is lower. */
function latestOfEachKey(events: readonly CollectedEvent[]) {
  const latest = new Map<string, CollectedEvent>()
  for (const event of events) {
    const before = latest.get(event.key)
    if (!before || (event.version ?? 0) >= (before.version ?? 0)) latest.set(event.key, event)
  }
  return latest
}

interface Change {
  version: number
  gone: boolean
  content: string
}

/** What an event means for the row that there is of its key: the rows to write, and what to call it. */
function change(
  event: CollectedEvent,
  zone: string,
  lines: FactLines,
  stored: StoredFact | undefined
): { outcome: keyof FactsWritten; changes: Change[] } {
  const sourceVersion = event.version ?? 0
  if (stored && sourceVersion < stored.sourceVersion) return { outcome: 'unchanged', changes: [] }
  const version = nextVersion(stored?.version)
  if (event.removed) return remove(event, zone, lines, stored, version)
  const content = lines.content(event, zone)
  if (!stored) return { outcome: 'added', changes: [{ version, gone: false, content }] }
  if (!stored.gone && stored.content === content) return { outcome: 'unchanged', changes: [] }
  const outcome = stored.gone ? 'added' : 'replaced'
  const before = lines.place(stored.content)
  if (stored.gone || samePlace(before, lines.place(content))) {
    return { outcome, changes: [{ version, gone: false, content }] }
  }
  return {
    outcome,
    changes: [
      { version, gone: true, content: lines.gone(before, sourceVersion) },
      // The row that stands has the highest version of its key.
      { version: nextVersion(version), gone: false, content },
    ],
  }
}

/** A key that is removed before it was ever there is remembered too: an older copy may still bring it. */
function remove(
  event: CollectedEvent,
  zone: string,
  lines: FactLines,
  stored: StoredFact | undefined,
  version: number
): { outcome: keyof FactsWritten; changes: Change[] } {
  const sourceVersion = event.version ?? 0
  if (stored?.gone && stored.sourceVersion === sourceVersion) {
    return { outcome: 'unchanged', changes: [] }
  }
  const place = lines.place(stored ? stored.content : lines.content(event, zone))
  const content = lines.gone(place, sourceVersion)
  const outcome = stored && !stored.gone ? 'replaced' : 'unchanged'
  return { outcome, changes: [{ version, gone: true, content }] }
}
