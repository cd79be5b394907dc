import type { EventSchema } from '#core/contracts/event'
import type { FactLines } from '#core/facts/fact_lines'
import type { FactStore } from '#core/facts/fact_store'
import { factTableName } from '#core/facts/fact_table'

/** The row in force of a key: what it says, or that it is gone. */
export interface StoredFact {
  version: number
  gone: boolean
  sourceVersion: number
  /** The values of `contentColumns` as TabSeparated. */
  content: string
}

/**
 * What is stored of these keys of one collection point, by key as TabSeparated. A key may have rows at
 * several places, of which all but one are marked as gone: the one with the highest version counts.
 */
export async function findStored(
  store: FactStore,
  facts: { customerId: number; pointId: number; source: string; schema: EventSchema },
  lines: FactLines,
  keys: readonly string[]
): Promise<Map<string, StoredFact>> {
  const text = await store.readLines({
    lane: 'writing',
    sql: `SELECT key, version, is_deleted, source_version, ${lines.contentColumns.join(', ')}
          FROM ${factTableName(facts.source, facts.schema.key)}
          WHERE customer = {customer:UInt32} AND point = {point:UInt32} AND key IN {keys:Array(String)}`,
    params: { customer: facts.customerId, point: facts.pointId, keys },
  })
  const stored = new Map<string, StoredFact>()
  for (const line of text.split('\n')) {
    if (!line) continue
    const [key, version, gone, sourceVersion] = line.split('\t', 4)
    if (Number(version) <= (stored.get(key!)?.version ?? 0)) continue
    stored.set(key!, {
      version: Number(version),
      gone: gone === '1',
      sourceVersion: Number(sourceVersion),
      content: line.slice(key!.length + version!.length + gone!.length + sourceVersion!.length + 4),
    })
  }
  return stored
}
