import type { ExportOptions } from '../exporter.js'
import type { ColumnInfo } from '../report_document.js'
import { withUtcColumns } from './utc_columns.js'

/**
 * The columns of a table as a file shows them. A person reads labels and names; a machine wants the
 * keys as well, and moments in UTC too. An object's own identifier is shown to both, to a person after the names.
 */
export function shownColumns(
  columns: readonly ColumnInfo[],
  { audience }: Pick<ExportOptions, 'audience'>
): readonly ColumnInfo[] {
  if (audience === 'machine') return withUtcColumns(columns)
  const keys = new Set(columns.map(({ key }) => key))
  const shown = columns.filter(({ key, readAs = NAMES.get(key) }) => !readAs || !keys.has(readAs))
  const naming = shown.slice(0, namingColumns(shown))
  const isIdentifier = ({ key }: ColumnInfo) =>
    key === 'object' && naming.some((column) => column.key === 'objectName')
  return [
    ...naming.filter((column) => !isIdentifier(column)),
    ...naming.filter(isIdentifier),
    ...shown.slice(naming.length),
  ]
}

/** The columns that say which row it is, by the one that people read in the place of each. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['interval', 'intervalLabel'],
  ['group', 'groupName'],
  ['part', 'partName'],
])

/** How many columns at the left say which row it is. */
export function namingColumns(columns: readonly ColumnInfo[]): number {
  const first = columns.findIndex(({ unit }) => unit !== 'text' && unit !== 'phone')
  return first === -1 ? columns.length : first
}
