import type { ExportOptions } from '#core/contracts/exporter'
import type { ColumnInfo } from '#core/contracts/report_document'

/** A person reads labels and names; a machine wants the keys as well. An object's own identifier is shown to both. */
export function shownColumns(columns: readonly ColumnInfo[], options: ExportOptions) {
  if (options.audience === 'machine') return columns
  const keys = new Set(columns.map(({ key }) => key))
  const hasTwin = (key: string) =>
    keys.has(`${key}Label`) || (key !== 'object' && keys.has(`${key}Name`))
  return columns.filter(({ key }) => !hasTwin(key))
}
