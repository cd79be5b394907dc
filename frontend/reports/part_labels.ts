import type { ReportColumn } from '../api/report_type.js'
import { shownParts } from './related_columns.js'

/** What the parts of a column are called, also where they are not among the columns shown. */
export function partLabels(
  parts: readonly string[],
  shown: readonly ReportColumn[],
  declared: readonly ReportColumn[]
): string[] {
  const label = (columns: readonly ReportColumn[], key: string) =>
    columns.find((column) => column.key === key)?.label
  return parts.flatMap((part) => {
    const here = shownParts(shown, [part])
    if (here.length) return here.map((key) => label(shown, key) ?? key)
    // A repeated column that is not shown has no value to name: its place is left open.
    return [(label(declared, part) ?? part).replace(/\{\w+\}/g, '…')]
  })
}
