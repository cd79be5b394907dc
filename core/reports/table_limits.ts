import { brokenDownBy } from '#core/reports/broken_down_by'
import { MOST_CELLS, MOST_ROWS } from '#core/reports/cell_limits'
import { intervalCodes } from '#core/reports/intervals/row_times'
import type { PlannedReport } from '#core/reports/plan_report'

/** Rows that hold so many measures. */
export const rowsWithin = (cells: number, { plan }: PlannedReport): number =>
  Math.max(1, Math.floor(cells / Math.max(1, plan.measures.length)))

/** Rows of a whole answer with the columns of this report. */
export const mostRows = (planned: PlannedReport): number =>
  Math.min(MOST_ROWS, rowsWithin(MOST_CELLS, planned))

/** Measures that the whole answer may have, before anything is read. */
export function estimatedCells({ report, subjects, plan }: PlannedReport, most: number): number {
  const { query, window, type } = report
  const codes = intervalCodes(window, query.interval, query.intervalMinutes).length
  const parts = brokenDownBy(type, query) ? most : 1
  return Math.min(codes * subjects.keys.length * parts, most) * plan.measures.length
}
