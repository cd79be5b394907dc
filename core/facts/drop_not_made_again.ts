import type { EventSchema } from '#core/contracts/event'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factTableName, subjectColumn } from '#core/facts/fact_table'
import type { FactStore } from '#core/facts/fact_store'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { inTableOrder } from '#core/facts/in_table_order'
import type { ReplayFacts } from '#core/facts/replay_facts'
import { factStore } from '#core/facts/store'
import { nextVersion } from '#core/facts/version_clock'
import { registry } from '#core/plugins/registry'

/**
 * Marks as gone what files made before and did not make when they were collected again. Answers how many
 * facts that were. Asking again, also after it was cut short, does only what is left.
 */
export async function dropNotMadeAgain(
  point: { id: number; customerId: number; source: string },
  replay: ReplayFacts
): Promise<number> {
  const store = await factStore()
  let dropped = 0
  for (const schema of registry().source(point.source).events) {
    dropped += await dropOfEvent(store, { point, schema, replay })
  }
  return dropped
}

/** The same for the facts of one event. */
export async function dropOfEvent(
  store: FactStore,
  facts: {
    point: { id: number; customerId: number; source: string }
    schema: EventSchema
    replay: Pick<ReplayFacts, 'files' | 'since'>
  }
): Promise<number> {
  const { point, schema, replay } = facts
  const table = factTableName(point.source, schema.key)
  await ensureFactTable(store, point.source, schema)
  return inTableOrder(table, async () => {
    const params = {
      customer: point.customerId,
      point: point.id,
      files: [...replay.files],
      since: replay.since,
    }
    const stale = `FROM ${table} FINAL
      WHERE customer = {customer:UInt32} AND point = {point:UInt32}
        AND file IN {files:Array(UInt32)} AND version < {since:UInt64}`
    const { rows } = await store.read({ sql: `SELECT count() ${stale}`, params, lane: 'writing' })
    const count = Number(rows[0]?.[0] ?? 0)
    if (count === 0) return 0
    const subject = subjectColumn(schema)
    const same = ['customer', 'point', 'key', 'at', 'local_date', 'local_minute', 'source_version']
    const columns = [...same, 'file', ...(subject ? [subject] : [])].join(', ')
    await store.command(
      `INSERT INTO ${table} (${columns}, version, is_deleted)
       SELECT ${columns}, {version:UInt64}, 1 ${stale}`,
      { ...params, version: nextVersion() }
    )
    tellFactsChanged({ customerId: point.customerId, source: point.source, event: schema.key })
    return count
  })
}
