import type { ReportRow, Value } from '../api/report.js'

export interface Sorting {
  column: string
  descending: boolean
}

/** Rows in the order asked for. What has no value comes last either way. */
export function sortRows(
  rows: readonly ReportRow[],
  sorting: Sorting | null
): readonly ReportRow[] {
  if (!sorting) return rows
  const { column, descending } = sorting
  return rows.toSorted((a, b) => {
    const [left, right] = [a[column] ?? null, b[column] ?? null]
    if (left === null || right === null) return Number(left === null) - Number(right === null)
    return descending ? compare(right, left) : compare(left, right)
  })
}

/** The next order when a column is pressed: highest first, lowest first, then as it came; names the other way round. */
export function nextSorting(
  sorting: Sorting | null,
  column: string,
  descending = true
): Sorting | null {
  if (sorting?.column !== column) return { column, descending }
  return sorting.descending === descending ? { column, descending: !descending } : null
}

function compare(a: NonNullable<Value>, b: NonNullable<Value>) {
  if (typeof a === 'string' && typeof b === 'string' && /\D/.test(a + b)) {
    return a.localeCompare(b, undefined, { numeric: true })
  }
  const difference = Number(a) - Number(b)
  return Number.isNaN(difference)
    ? String(a).localeCompare(String(b), undefined, { numeric: true })
    : difference
}
