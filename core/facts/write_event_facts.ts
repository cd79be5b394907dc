import type { CollectedEvent } from '#core/contracts/collector'
import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { LineBuffer } from '#core/facts/engine/line_buffer'
import { factLines, samePlace, type FactLines } from '#core/facts/fact_lines'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'
import { writeTogether } from '#core/facts/write_together'
import type { ReplayFacts } from '#core/facts/replay_facts'
import type { EventFacts } from '#core/facts/event_facts'
import { findStored, placeOfKey, type StoredFact } from '#core/facts/queries/find_stored'
import { nextVersion } from '#core/facts/version_clock'
import { tabText } from '#core/facts/engine/tab_separated'
import type { FactsWritten } from '#core/facts/facts_written'

const KEYS_AT_ONCE = 20_000
const LINES_AT_ONCE = 250

/**
 * Keeps the facts of one event. The latest of a key wins unless its version is lower; where its place
 * in the table changed, the row at the old place is marked as gone. What others write to the same table
 * at the same time is written with it.
 */
export async function writeEventFacts(store: FactStore, facts: EventFacts): Promise<FactsWritten> {
  const written = { added: 0, replaced: 0, unchanged: 0 }
  await ensureFactTable(store, facts.source, facts.schema)
  for (let from = 0; from < facts.events.length; from += KEYS_AT_ONCE) {
    const events = facts.events.slice(from, from + KEYS_AT_ONCE)
    const more = await writeTogether(store, { ...facts, events }, writeBatch)
    written.added += more.added
    written.replaced += more.replaced
    written.unchanged += more.unchanged
    if (more.added + more.replaced > 0) {
      tellFactsChanged({
        customerId: facts.customerId,
        source: facts.source,
        event: facts.schema.key,
      })
    }
  }
  return written
}

/** What one of several writes comes to, before it is written. */
interface Made {
  written: FactsWritten
  inForce: CollectedEvent[]
}

/** Writes facts of several collection points to one table at once, all or, where it fails, perhaps some of them. */
async function writeBatch(
  store: FactStore,
  all: readonly EventFacts[]
): Promise<readonly FactsWritten[]> {
  const [{ source, schema }] = all
  const lines = factLines(schema)
  const latest = all.map(({ events }) => latestOfEachKey(events))
  const keys = all.map(({ customerId, pointId }, index) => ({
    customerId,
    pointId,
    keys: [...latest[index].keys()],
  }))
  // The engine looks up while the lines are made here.
  const [stored, contents] = await Promise.all([
    findStored(store, { source, schema }, lines, keys),
    contentsOf(all, latest, lines),
  ])
  const standing = new LineBuffer()
  const gone = new LineBuffer()
  const made: Made[] = []
  for (const [index, facts] of all.entries()) {
    const one = await addLines(facts, contents[index], { lines, stored, standing, gone })
    one.written.unchanged += facts.events.length - latest[index].size
    made.push(one)
  }
  // Never the other way round: cut short between the two, a fact would be neither here nor there.
  await insert(store, all[0], lines, standing)
  await insert(store, all[0], lines, gone)
  for (const [index, { inForce }] of made.entries()) {
    for (const event of inForce) all[index].inForce?.(event)
  }
  return made.map(({ written }) => written)
}

interface Content {
  event: CollectedEvent
  key: string
  content: string
}

interface Lines {
  lines: FactLines
  stored: ReadonlyMap<string, StoredFact>
  standing: LineBuffer
  gone: LineBuffer
}

async function addLines(
  facts: EventFacts,
  contents: readonly Content[],
  { lines, stored, standing, gone }: Lines
): Promise<Made> {
  const made: Made = { written: { added: 0, replaced: 0, unchanged: 0 }, inForce: [] }
  const start = `${facts.customerId}\t${facts.pointId}\t`
  const { file = 0, replay, force = false } = facts
  const pause = yieldToEventLoop()
  let done = 0
  for (const { event, key, content } of contents) {
    const there = stored.get(placeOfKey(facts, key))
    const outdated = !force && (event.version ?? 0) < (there?.sourceVersion ?? 0)
    const { outcome, rows } = change(event, content, lines, there, outdated)
    if (replay && there && isReplayed(there, replay)) {
      replay.note(event, outdated, there)
      const isBefore = there.version < replay.since
      if (rows.length === 0 && !there.gone && isBefore) rows.push(again(there, there.version))
    }
    if (facts.inForce && !event.removed && !outdated) made.inForce.push(event)
    made.written[outcome] += 1
    for (const row of rows) {
      const line = `${start}${key}\t${row.version}\t${row.gone ? 1 : 0}\t${file}\t${row.content}\n`
      ;(row.gone ? gone : standing).add(line)
    }
    if (++done % LINES_AT_ONCE === 0) await pause()
  }
  return made
}

async function contentsOf(
  all: readonly EventFacts[],
  latest: readonly ReadonlyMap<string, CollectedEvent>[],
  lines: FactLines
) {
  const contents: Content[][] = []
  for (const [index, { zone }] of all.entries()) {
    contents.push(await contentOfEach(latest[index].values(), lines, zone))
  }
  return contents
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
  const contents: Content[] = []
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
