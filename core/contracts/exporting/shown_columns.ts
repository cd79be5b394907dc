import type { ExportOptions } from '../exporter.js'
import type { ColumnInfo } from '../report_document.js'

/**
 * The columns of a table as a file shows them. A person reads labels and names; a machine wants the
 * keys as well. An object's own identifier is shown to both, to a person after the names.
 */
export function shownColumns(
  columns: readonly ColumnInfo[],
  { audience }: Pick<ExportOptions, 'audience'>
): readonly ColumnInfo[] {
  if (audience === 'machine') return columns
  // What a caller is called is a column of its own, and no other spelling of the number.
  const hasTwin = ({ key, label }: ColumnInfo) =>
    columns.some((other) => other.label === label && twins(key).includes(other.key))
  const shown = columns.filter((column) => !hasTwin(column))
  const naming = shown.slice(0, namingColumns(shown))
  const isIdentifier = ({ key }: ColumnInfo) =>
    key === 'object' && naming.some((column) => column.key === 'objectName')
  return [
    ...naming.filter((column) => !isIdentifier(column)),
    ...naming.filter(isIdentifier),
    ...shown.slice(naming.length),
  ]
}

const twins = (key: string) => (key === 'object' ? [] : [`${key}Label`, `${key}Name`])

/** How many columns at the left say which row it is. */
export function namingColumns(columns: readonly ColumnInfo[]): number {
  const first = columns.findIndex(({ unit }) => unit !== 'text' && unit !== 'phone')
  return first === -1 ? columns.length : first
}
