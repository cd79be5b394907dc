import type { CustomerFacts } from '#core/facts/facts_of'
import { factTableName } from '#core/facts/fact_table'
import { Bindings } from '#core/reports/compile/bindings'
import { identifier } from '#core/reports/compile/identifier'
import type { ReportSources } from '#core/reports/prepare_report'

/** The highest version among a customer's facts of a report: whatever is written makes it higher. */
export async function factsVersion(
  store: CustomerFacts,
  { source, type, reader }: Pick<ReportSources, 'source' | 'type' | 'reader'>
): Promise<string> {
  const versions = await Promise.all(
    Object.values(type.events).map(async ({ key }) => {
      const bind = new Bindings()
      const customer = bind.bind('UInt32', reader.customerId)
      const table = identifier(factTableName(source.key, key))
      const sql = `SELECT toString(max(version)), count() FROM ${table} WHERE customer = ${customer}`
      const { rows } = await store.read({ sql, params: bind.params, lane: 'short' })
      return rows[0]!.join(' ')
    })
  )
  return versions.join(', ')
}
