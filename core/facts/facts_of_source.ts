import type { FactStore } from '#core/facts/fact_store'
import { tellFactsChanged } from '#core/facts/facts_changed'
import { maintained } from '#core/facts/maintained_table'
import { factStore } from '#core/facts/store'

/** Facts of one event of a source. */
export interface CountedFacts {
  event: string
  facts: number
}

/** How many facts a customer has of each event of a source, also of one that is not installed any more. */
export async function countFactsOfSource(of: {
  customerId: number
  source: string
}): Promise<CountedFacts[]> {
  const store = await factStore()
  const counted: CountedFacts[] = []
  for (const { table, event } of await tablesOf(store, of.source)) {
    const { rows } = await store.read({
      sql: `SELECT count() FROM ${table} FINAL WHERE customer = {customer:UInt32}`,
      params: { customer: of.customerId },
      lane: 'long',
    })
    counted.push({ event, facts: Number(rows[0]?.[0] ?? 0) })
  }
  return counted
}

/** Deletes every fact that a customer has of a source, for good. The tables stay: they are every customer's. */
export async function deleteFactsOfSource(of: {
  customerId: number
  source: string
}): Promise<CountedFacts[]> {
  const store = await factStore()
  const counted = await countFactsOfSource(of)
  for (const { table, event } of await tablesOf(store, of.source)) {
    await store.command(
      `DELETE FROM ${maintained(store, table)} WHERE customer = {customer:UInt32}`,
      { customer: of.customerId }
    )
    tellFactsChanged({ ...of, event })
  }
  return counted
}

/** A source's key may be how another's begins, but no event's key holds an underscore. */
async function tablesOf(store: FactStore, source: string) {
  const { rows } = await store.read({
    sql: `SELECT name FROM system.tables WHERE database = 'facts' ORDER BY name`,
    params: {},
    lane: 'long',
  })
  const start = `${source}_`
  return rows
    .map(([name]) => String(name))
    .filter(
      (name) => name.startsWith(start) && /^[a-z][A-Za-z0-9]*$/.test(name.slice(start.length))
    )
    .map((name) => ({ table: `facts.${name}`, event: name.slice(start.length) }))
}
