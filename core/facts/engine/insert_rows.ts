import { tabValue } from '#core/facts/engine/tab_separated'
import type { FactStore } from '#core/facts/fact_store'

const ROWS_AT_ONCE = 10_000

/** Writes rows given as objects, ten thousand at a time; the first of each lot says which columns there are. */
export async function insertRows(
  store: Pick<FactStore, 'insertLines'>,
  table: string,
  rows: Iterable<Record<string, unknown>>
): Promise<void> {
  let columns: string[] = []
  let lines: string[] = []
  const flush = async () => {
    if (lines.length > 0) await store.insertLines(table, columns, Buffer.from(lines.join('')))
    lines = []
  }
  for (const row of rows) {
    if (lines.length === 0) columns = Object.keys(row)
    lines.push(`${columns.map((column) => tabValue(row[column])).join('\t')}\n`)
    if (lines.length === ROWS_AT_ONCE) await flush()
  }
  await flush()
}
