import type { ExportOptions } from '../exporter.js'
import type { ColumnInfo } from '../report_document.js'

/**
 * What the cells of a header hold: labels for a person, keys for a machine. A table wants each only
 * once, whatever its case, and none that is empty.
 */
export function sheetHeaders(
  columns: readonly ColumnInfo[],
  { audience }: Pick<ExportOptions, 'audience'>
): string[] {
  const given = new Set<string>()
  return columns.map(({ key, label }) => {
    const wanted = (audience === 'machine' ? key : label).replaceAll(/\s+/g, ' ').trim() || key
    let header = wanted.slice(0, 250)
    for (let copy = 2; given.has(header.toLowerCase()); copy++) {
      header = `${wanted.slice(0, 240)} (${copy})`
    }
    given.add(header.toLowerCase())
    return header
  })
}
