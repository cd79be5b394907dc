import { partLabels } from '#core/contracts/exporting/part_labels'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { wordsOf } from './words.js'

/** A column's description, and below it what the column consists of, one way to divide it a line. */
export function describeColumn(
  column: ColumnInfo,
  columns: readonly ColumnInfo[],
  words: ReturnType<typeof wordsOf>
): string {
  const parts = column.consistsOf.map((partition) => partLabels(partition, columns).join(', '))
  return [column.description, ...parts.map((part) => `${words('consistsOf')}: ${part}`)].join('\n')
}
