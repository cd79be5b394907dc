import type { CollectedEvent } from '#core/contracts/collector'
import type { EventSchema } from '#core/contracts/event'
import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { LineBuffer } from '#core/facts/engine/line_buffer'
import { factLines, samePlace, type FactLines } from '#core/facts/fact_lines'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'
import { inTableOrder } from '#core/facts/in_table_order'
import type { ReplayFacts } from '#core/facts/replay_facts'
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
  /** The collected file that they are from. */
  file?: number
  /** Where files are collected again: what they say goes before what they said then. */
  replay?: ReplayFacts
  /** Writes also what says less than is known of its key. */
  force?: boolean
  /** Called, before it is durable, with each event that says what holds of its key: no older copy, nothing removed. */
  inForce?: (event: CollectedEvent) => void
}

const KEYS_AT_ONCE = 20_000
const LINES_AT_ONCE = 250

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
  // The engine looks up while the lines are made here.
  const [stored, contents] = await Promise.all([
    findStored(store, facts, lines, [...latest.keys()]),
    contentOfEach(latest.values(), lines, facts.zone),
  ])
  const standing = new LineBuffer()
  const gone = new LineBuffer()
  const start = `${facts.customerId}\t${facts.pointId}\t`
  const { file = 0, replay, force = false } = facts
  const pause = yieldToEventLoop()
  let done = 0
  for (const { event, key, content } of contents) {
    const there = stored.get(key)
    const outdated = !force && (event.version ?? 0) < (there?.sourceVersion ?? 0)
    const { outcome, rows } = change(event, content, lines, there, outdated)
    if (replay && there && isReplayed(there, replay)) {
      replay.note(event, outdated, there)
      const isBefore = there.version < replay.since
      if (rows.length === 0 && !there.gone && isBefore) rows.push(again(there, there.version))
    }
    if (!event.removed && !outdated) facts.inForce?.(event)
    written[outcome] += 1
    for (const row of rows) {
      const line = `${start}${key}\t${row.version}\t${row.gone ? 1 : 0}\t${file}\t${row.content}\n`
      ;(row.gone ? gone : standing).add(line)
    }
    if (++done % LINES_AT_ONCE === 0) await pause()
  }
  // Never the other way round: cut short between the two, a fact would be neither here nor there.
  await insert(store, facts, lines, standing)
  await insert(store, facts, lines, gone)
}

async function insert(store: FactStore, facts: EventFacts, lines: FactLines, rows: LineBuffer) {
  const bytes = rows.bytes()
  if (bytes.length === 0) return
  await store.insertLines(
    factTableName(facts.source, facts.schema.key),
    ['customer', 'point', 'key', 'version', 'is_deleted', 'file', ...lines.contentColumns],
    bytes
  )
}

async function contentOfEach(events: Iterable<CollectedEvent>, lines: FactLines, zone: string) {
  const contents: { event: CollectedEvent; key: string; content: string }[] = []
  const pause = yieldToEventLoop()
  for (const event of events) {
    contents.push({ event, key: tabText(event.key), content: lines.content(event, zone) })
    if (contents.length % LINES_AT_ONCE === 0) await pause()
  }
  return contents
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

interface FactRow {
  version: number
  gone: boolean
  content: string
}

/** What an event means for the row that there is of its key: the rows to write, and what to call it. */
function change(
  event: CollectedEvent,
  content: string,
  lines: FactLines,
  stored: StoredFact | undefined,
  outdated: boolean
): { outcome: keyof FactsWritten; rows: FactRow[] } {
  const sourceVersion = event.version ?? 0
  if (!stored && !event.removed) {
    return { outcome: 'added', rows: [{ version: nextVersion(), gone: false, content }] }
  }
  if (outdated) return { outcome: 'unchanged', rows: [] }
  const here = lines.place(stored && event.removed ? stored.content : content)
  const standing = stored ? placesOf(stored, lines) : []
  // The row in force has the highest version of its key, so the marks at other places come first.
  let version = stored?.version
  const marks = standing
    .filter((place) => !samePlace(place, here))
    .map((place) => {
      version = nextVersion(version)
      return { version, gone: true, content: lines.gone(place, sourceVersion) }
    })
  const said = stored && sourceVersion === stored.sourceVersion && stored.gone === !!event.removed
  if (said && (event.removed || stored.content === content)) {
    return {
      outcome: 'unchanged',
      rows: marks.length > 0 ? [...marks, again(stored, version)] : [],
    }
  }
  const row = {
    version: nextVersion(version),
    gone: !!event.removed,
    content: event.removed ? lines.gone(here, sourceVersion) : content,
  }
  return { outcome: outcomeOf(event, stored), rows: [...marks, row] }
}

/** Also what was made before files were noted is of the file that makes it again. */
const isReplayed = (stored: StoredFact, replay: ReplayFacts) =>
  stored.file === 0 || replay.files.has(stored.file)

const placesOf = (stored: StoredFact, lines: FactLines) =>
  stored.gone ? stored.left : [lines.place(stored.content), ...stored.left]

const again = ({ gone, content }: StoredFact, over: number | undefined): FactRow => ({
  version: nextVersion(over),
  gone,
  content,
})

/** A key that is removed before it was ever there is remembered, as an older copy may still bring it, but nothing was replaced. */
function outcomeOf(event: CollectedEvent, stored: StoredFact | undefined): keyof FactsWritten {
  const stood = stored && !stored.gone
  if (event.removed) return stood ? 'replaced' : 'unchanged'
  return stood ? 'replaced' : 'added'
}
