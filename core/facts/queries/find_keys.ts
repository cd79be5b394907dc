import type { EventSchema } from '#core/contracts/event'
import { readTabText } from '#core/facts/engine/tab_separated'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factTableName } from '#core/facts/fact_table'
import { factStore } from '#core/facts/store'

/** A fact that stands, by its key and the version that its source gave it. */
export interface StandingKey {
  key: string
  sourceVersion: number
}

/** The facts of an event at a collection point whose keys begin so, as they stand. */
export async function findKeys(
  point: { id: number; customerId: number; source: string },
  schema: EventSchema,
  keyStarts: readonly string[]
): Promise<StandingKey[]> {
  const store = await factStore()
  await ensureFactTable(store, point.source, schema)
  const text = await store.readLines({
    lane: 'writing',
    sql: `SELECT key, source_version FROM ${factTableName(point.source, schema.key)} FINAL
          WHERE customer = {customer:UInt32} AND point = {point:UInt32}
            AND arrayExists(start -> startsWith(key, start), {starts:Array(String)})`,
    params: { customer: point.customerId, point: point.id, starts: keyStarts },
  })
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [key, version] = line.split('\t') as [string, string]
      return { key: readTabText(key), sourceVersion: Number(version) }
    })
}
