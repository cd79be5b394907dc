import { partLists } from '#core/contracts/exporting/part_lists'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { wordsOf } from './words.js'

/** A column's description, and below it what the column consists of, one way to divide it a line. */
export function describeColumn(
  column: ColumnInfo,
  columns: readonly ColumnInfo[],
  words: ReturnType<typeof wordsOf>
): string {
  const parts = partLists(column, columns)
  return [column.description, ...parts.map((part) => `${words('consistsOf')}: ${part}`)].join('\n')
}
