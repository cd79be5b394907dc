import { yieldToEventLoop } from '#core/jobs/yield_to_event_loop'
import { LineBuffer } from '#core/facts/engine/line_buffer'
import { tabValue } from '#core/facts/engine/tab_separated'
import type { FactStore } from '#core/facts/fact_store'

const ROWS_AT_ONCE = 10_000
const PAUSE_AFTER = 250

/** Writes rows given as objects, ten thousand at a time; the first of each lot says which columns there are. */
export async function insertRows(
  store: Pick<FactStore, 'insertLines'>,
  table: string,
  rows: Iterable<Record<string, unknown>>
): Promise<void> {
  const pause = yieldToEventLoop()
  let columns: string[] = []
  let lines = new LineBuffer()
  let count = 0
  const flush = async () => {
    if (count > 0) await store.insertLines(table, columns, lines.bytes())
    lines = new LineBuffer()
    count = 0
  }
  for (const row of rows) {
    if (count === 0) columns = Object.keys(row)
    lines.add(`${columns.map((column) => tabValue(row[column])).join('\t')}\n`)
    if (++count === ROWS_AT_ONCE) await flush()
    else if (count % PAUSE_AFTER === 0) await pause()
  }
  await flush()
}
