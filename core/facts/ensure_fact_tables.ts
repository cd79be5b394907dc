import type { SourcePlugin } from '#core/contracts/source'
import type { FactStore } from '#core/facts/fact_store'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { registry } from '#core/plugins/registry'

/**
 * Makes the table of each event of all sources, and adds the columns of fields that are new.
 *
 * @throws E_FACT_TABLE_DIFFERS when a field became something else
 */
export async function ensureFactTables(
  store: FactStore,
  sources: readonly Pick<SourcePlugin, 'key' | 'events'>[] = registry().sources()
): Promise<void> {
  for (const { key, events } of sources) {
    for (const schema of events) await ensureFactTable(store, key, schema)
  }
}
