import type { ReportRow } from '../api/report.js'
import { subjectKey, subjectLabel } from '#core/contracts/charts/row_subjects'

/** Bars that the eye can tell apart. */
export const MOST_BARS = 40

/** Rows that are told apart by what they are about, the first so many. */
export const rowsByName = (rows: readonly ReportRow[]): ReportRow[] =>
  rows
    .slice(0, MOST_BARS)
    .map((row) => ({ ...row, intervalLabel: subjectLabel(row) || row.intervalLabel }))

/** The rows of one thing, with an empty one wherever others have a row and it has none. */
export function rowsOf(rows: readonly ReportRow[], subject: string): ReportRow[] {
  const intervals = new Map<string, ReportRow>()
  for (const { interval, intervalLabel } of rows) {
    if (!intervals.has(interval)) intervals.set(interval, { interval, intervalLabel })
  }
  for (const row of rows) if (subjectKey(row) === subject) intervals.set(row.interval, row)
  return [...intervals.values()]
}
