import type { ReportColumn } from '../api/report_type.js'
import type { ReportDocument } from '../api/report.js'

/** Columns from which on a table is so wide that empty ones are in the way. */
const WIDE = 12

/** The columns that hold nothing, or nought, in every row and in the total; none of a table that is narrow. */
export function emptyColumns({
  columns,
  rows,
  total,
}: Pick<ReportDocument, 'columns' | 'rows' | 'total'>): ReadonlySet<string> {
  if (columns.length <= WIDE || !rows.length) return new Set()
  const isEmpty = ({ key }: ReportColumn) =>
    [total, ...rows].every((row) => {
      const value = row?.[key] ?? null
      return value === null || value === 0 || value === ''
    })
  const empty = columns.filter(isEmpty)
  return empty.length === columns.length ? new Set() : new Set(empty.map(({ key }) => key))
}
