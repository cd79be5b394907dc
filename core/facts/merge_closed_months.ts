import { DateTime } from 'luxon'
import type { FactStore } from '#core/facts/fact_store'
import { maintained } from '#core/facts/maintained_table'
import { factStore } from '#core/facts/store'

/**
 * Merges each month before the present one that lies in several parts or has deleted rows, so that
 * reading it has no duplicates to sort out. Answers how many there were.
 */
export async function mergeClosedMonths(
  store?: FactStore,
  today: DateTime = DateTime.utc()
): Promise<number> {
  const target = store ?? (await factStore())
  // Somewhere it is still the month before for half a day.
  const open = today.minus({ days: 1 }).toFormat('yyyyMM')
  const { rows } = await target.read({
    sql: `SELECT table, partition_id FROM system.parts
          WHERE database = 'facts' AND active AND partition_id < {open:String}
          GROUP BY table, partition_id
          HAVING count() > 1 OR max(has_lightweight_delete) = 1
          ORDER BY table, partition_id`,
    params: { open },
  })
  for (const [name, month] of rows) {
    const table = `facts.${String(name).replace(/_local$/, '')}`
    await target.command(
      `OPTIMIZE TABLE ${maintained(target, table)} PARTITION ID '${String(month)}' FINAL`
    )
  }
  return rows.length
}
