import type { ReportColumn } from '../api/report_type.js'
import { shownParts } from '#core/contracts/charts/shown_parts'

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
    return [label(declared, part) ?? part]
  })
}
