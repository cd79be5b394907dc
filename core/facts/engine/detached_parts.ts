import type { FactStore } from '#core/facts/fact_store'

/**
 * A damaged part is set aside when the engine starts, silently, and the table has fewer rows. Answers a
 * sentence for each table that this happened to.
 */
export async function detachedParts(store: FactStore): Promise<string[]> {
  const { rows } = await store.read({
    sql: `SELECT table, count(), any(reason), any(path)
          FROM system.detached_parts WHERE database = 'facts' GROUP BY table ORDER BY table`,
    params: {},
  })
  return rows.map(
    ([table, count, reason, path]) =>
      `FACTS ARE MISSING: the engine set aside ${count} damaged part(s) of facts.${table}` +
      ` (${reason || 'no reason given'}), the first in ${path}.` +
      ' node ace facts:mend collects again what lay in them.'
  )
}
