import { setTimeout as pause } from 'node:timers/promises'
import type { EventFacts } from '#core/facts/event_facts'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'
import { inTableOrder } from '#core/facts/in_table_order'
import type { FactsWritten } from '#core/facts/facts_written'

/** Writes facts of several points, which are all of one event. Safe to repeat. */
type Write = (store: FactStore, all: readonly EventFacts[]) => Promise<readonly FactsWritten[]>

interface Waiting {
  store: FactStore
  facts: EventFacts
  write: Write
  done(written: FactsWritten): void
  failed(error: unknown): void
}

/** Where several write, they are gathered for so long, or until there are so many rows. Who writes alone never waits. */
const GATHERED_MS = 200
const MOST_ROWS = 10_000

const tables = new Map<string, { waiting: Waiting[]; wroteAt: number }>()

/**
 * Writes facts in one insert with those that other points write to the same table meanwhile: the engine
 * takes as long for one row as for thousands. Resolves when they are durable. Where that fails each is
 * written by itself, so that nobody fails for what another has sent.
 */
export function writeTogether(
  store: FactStore,
  facts: EventFacts,
  write: Write
): Promise<FactsWritten> {
  const name = factTableName(facts.source, facts.schema.key)
  const table = tables.get(name) ?? { waiting: [], wroteAt: 0 }
  tables.set(name, table)
  return new Promise((done, failed) => {
    table.waiting.push({ store, facts, write, done, failed })
    // Each has a turn; who was taken along by an earlier one leaves it unused.
    void inTableOrder(name, () => writeNext(table))
  })
}

async function writeNext(table: { waiting: Waiting[]; wroteAt: number }): Promise<void> {
  const left = table.wroteAt + GATHERED_MS - performance.now()
  const rows = table.waiting.reduce((sum, { facts }) => sum + facts.events.length, 0)
  if (table.waiting.length > 1 && rows < MOST_ROWS && left > 0) await pause(left)
  const group = takeGroup(table.waiting)
  if (group.length === 0) return
  table.wroteAt = performance.now()
  await writeGroup(group)
}

/** The first, and those after it that can be written with it: another point's each, as a point's own are in order. */
function takeGroup(waiting: Waiting[]): Waiting[] {
  const first = waiting.shift()
  if (!first) return []
  const group = [first]
  const points = new Set([first.facts.pointId])
  let rows = first.facts.events.length
  const joins = ({ store, facts }: Waiting) =>
    store === first.store &&
    facts.schema === first.facts.schema &&
    !facts.replay &&
    !first.facts.replay &&
    !points.has(facts.pointId) &&
    rows + facts.events.length <= MOST_ROWS
  for (const one of waiting.splice(0)) {
    if (joins(one)) {
      group.push(one)
      rows += one.facts.events.length
    } else waiting.push(one)
    // What comes later of the same point stays behind what came before.
    points.add(one.facts.pointId)
  }
  return group
}

async function writeGroup(group: readonly Waiting[]): Promise<void> {
  const [{ store, write }] = group
  try {
    const written = await write(
      store,
      group.map(({ facts }) => facts)
    )
    for (const [index, { done }] of group.entries()) done(written[index])
  } catch (error) {
    if (group.length === 1) return group[0].failed(error)
    for (const one of group) await writeGroup([one])
  }
}
