import { reasonOf } from '#core/facts/damage/reason_of'
import { engineError } from '#core/facts/errors'
import type { FactStore, FactValue } from '#core/facts/fact_store'
import { factTableName, localTableName } from '#core/facts/fact_table'
import { factStore } from '#core/facts/store'
import { registry } from '#core/plugins/registry'

/** A piece of a table that cannot be read, or that the engine has left out of the table. */
export interface DamagedPart {
  /** Such as `facts.hotline_call`. */
  table: string
  /** What its facts are, where a plugin still declares them. */
  source: string | null
  event: string | null
  /** Such as `2026-03`; null where the engine does not say. */
  month: string | null
  part: string
  /** Rows that were in it, as far as the engine knows. */
  rows: number | null
  path: string | null
  /** It lies beside the table already: reports and collecting work, without what was in it. */
  isAside: boolean
  /** What is wrong, in a sentence. */
  reason: string
  /** The engine's own words. */
  detail: string
}

export interface FactDamage {
  tables: number
  parts: number
  damaged: DamagedPart[]
}

/**
 * Reads every byte of all facts and compares it with what was written. Changes nothing.
 *
 * @throws E_FACTS_… where the engine could not look, which says nothing of what it would have found
 */
export async function findDamage(): Promise<FactDamage> {
  const store = await factStore()
  const tables = await namesOf(store)
  const parts = await activeParts(store)
  const damaged: DamagedPart[] = []
  for (const table of tables) {
    const ofTable = parts.filter((part) => part.table === table)
    for (const id of new Set(ofTable.map(({ partition }) => partition))) {
      damaged.push(...(await damagedOf(store, table, id, ofTable)))
    }
  }
  damaged.push(...(await partsAside()))
  return { tables: tables.length, parts: parts.length, damaged }
}

interface Part {
  table: string
  name: string
  partition: string
  rows: number
  path: string
}

async function damagedOf(
  store: FactStore,
  table: string,
  partition: string,
  parts: readonly Part[]
): Promise<DamagedPart[]> {
  const known = new Map(parts.map((part) => [part.name, part]))
  const month = monthOf(partition)
  const { rows } = await store.read({
    // Both names are the engine's own, and a month's id is digits.
    sql: `CHECK TABLE ${table} PARTITION ID '${partition.replaceAll(/\W/g, '')}'
          SETTINGS check_query_single_value_result = 0`,
    params: {},
    lane: 'files',
  })
  return rows
    .filter(([, passed]) => Number(passed) === 0)
    .map(([name, , message]) => {
      const { rows: held = null, path = null } = known.get(String(name)) ?? {}
      const detail = String(message)
      const reason = reasonOf(detail)
      // A question that was ended, or an account without rights, says nothing of the bytes.
      if (reason === undefined) throw engineError(new Error(detail))
      const what = { table, ...meaningOf(table), month, part: String(name), rows: held, path }
      return { ...what, isAside: false, reason, detail }
    })
}

/** Reasons for which the engine keeps a part beside a table that nothing is missing from. */
const harmless = ['ignored', 'clone', 'cloned', 'attaching', 'deleting', 'tmp-fetch']

/** Damaged parts that lie beside their tables. */
export async function partsAside(): Promise<DamagedPart[]> {
  const store = await factStore()
  const { rows } = await store.read({
    sql: `SELECT table, partition_id, name, reason, path FROM system.detached_parts
          WHERE database = 'facts' AND reason NOT IN {harmless:Array(String)}
          ORDER BY table, name`,
    params: { harmless },
  })
  return rows.map(([name, partition, part, reason, path]) => {
    const table = `facts.${String(name)}`
    return {
      table,
      ...meaningOf(table),
      month: monthOf(String(partition ?? '')),
      part: String(part),
      rows: null,
      path: String(path),
      isAside: true,
      reason: 'It was set aside, and the figures lack what lay in it.',
      detail: String(reason ?? ''),
    }
  })
}

async function namesOf(store: FactStore): Promise<string[]> {
  const { rows } = await store.read({
    sql: `SELECT name FROM system.tables
          WHERE database = 'facts' AND engine LIKE '%MergeTree' ORDER BY name`,
    params: {},
  })
  return rows.map(([name]) => `facts.${String(name)}`)
}

async function activeParts(store: FactStore): Promise<Part[]> {
  const { rows } = await store.read({
    sql: `SELECT table, name, partition_id, rows, path FROM system.parts
          WHERE database = 'facts' AND active ORDER BY table, partition_id, name`,
    params: {},
  })
  return rows.map(([table, name, partition, count, path]: FactValue[]) => ({
    table: `facts.${String(table)}`,
    name: String(name),
    partition: String(partition),
    rows: Number(count),
    path: String(path),
  }))
}

/** Tables are divided by month: `202603`. */
const monthOf = (partition: string) =>
  /^\d{6}$/.test(partition) ? `${partition.slice(0, 4)}-${partition.slice(4)}` : null

function meaningOf(table: string): Pick<DamagedPart, 'source' | 'event'> {
  for (const { key: source, events } of registry().sources()) {
    const schema = events.find(({ key }) =>
      [factTableName(source, key), localTableName(source, key)].includes(table)
    )
    if (schema) return { source, event: schema.key }
  }
  return { source: null, event: null }
}
