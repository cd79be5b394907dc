import type { ExportOptions } from '#core/contracts/exporter'
import type { ColumnInfo } from '#core/contracts/report_document'

/** Keys that a person has a readable twin of. */
const TWINS: Readonly<Record<string, string>> = {
  interval: 'intervalLabel',
  part: 'partName',
}

/** A person reads labels; a machine wants the keys as well. */
export function shownColumns(columns: readonly ColumnInfo[], options: ExportOptions) {
  if (options.audience === 'machine') return columns
  const keys = new Set(columns.map(({ key }) => key))
  return columns.filter(({ key }) => !(key in TWINS && keys.has(TWINS[key])))
}
