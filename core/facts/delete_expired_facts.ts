import { DateTime } from 'luxon'
import RetentionRule from '#core/customers/models/retention_rule'
import type { FactStore } from '#core/facts/fact_store'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { factTableName } from '#core/facts/fact_table'
import { maintained } from '#core/facts/maintained_table'
import { factStore } from '#core/facts/store'
import { registry } from '#core/plugins/registry'

/** How long one customer keeps the facts of one event. */
export interface Retention {
  customerId: number
  /** `<source>.<event>` */
  event: string
  days: number
}

/** Deletes what is older than each customer's rules allow. Rules of events that no plugin declares any longer are left alone. */
export async function deleteExpiredFacts(today: DateTime = DateTime.utc()): Promise<void> {
  const known = new Set(
    registry()
      .sources()
      .flatMap(({ key, events }) => events.map((event) => `${key}.${event.key}`))
  )
  const rules = await RetentionRule.all()
  const store = await factStore()
  for (const rule of rules.filter(({ event }) => known.has(event))) {
    await deleteExpired(store, rule, today)
  }
}

/** Deletes the facts of one rule: those whose local date is more than `days` days before today. */
export async function deleteExpired(
  store: FactStore,
  { customerId, event, days }: Retention,
  today: DateTime
): Promise<void> {
  const [source, key] = event.split('.') as [string, string]
  const table = factTableName(source, key)
  const before = today.minus({ days }).toISODate()!
  const condition = 'customer = {customer:UInt32} AND local_date < {before:Date}'
  const params = { customer: customerId, before }
  // Marking nothing would still rewrite parts.
  const { rows } = await store.read({
    sql: `SELECT 1 FROM ${table} WHERE ${condition} LIMIT 1`,
    params,
    lane: 'long',
  })
  if (rows.length === 0) return
  await store.command(`DELETE FROM ${maintained(store, table)} WHERE ${condition}`, params)
  tellFactsChanged({ customerId, source, event: key })
}
