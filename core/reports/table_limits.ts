import { brokenDownBy } from '#core/reports/broken_down_by'
import { MOST_CELLS, MOST_ROWS } from '#core/reports/cell_limits'
import { intervalCodes } from '#core/reports/intervals/row_times'
import type { PlannedReport } from '#core/reports/planned_report'

/** Rows that hold so many measures. */
export const rowsWithin = (cells: number, { plan }: PlannedReport): number =>
  Math.max(1, Math.floor(cells / Math.max(1, plan.measures.length)))

/** Rows of a whole answer with the columns of this report. */
export const mostRows = (planned: PlannedReport): number =>
  Math.min(MOST_ROWS, rowsWithin(MOST_CELLS, planned))

/** Measures that the whole answer may have, before anything is read. */
export const estimatedCells = (planned: PlannedReport, most: number): number =>
  Math.min(estimatedRows(planned, most), most) * planned.plan.measures.length

/** Rows that the whole answer may have, where each is broken down by so many parts at most. */
export function estimatedRows({ report, subjects }: PlannedReport, mostParts: number): number {
  const { query, window, type } = report
  const codes = intervalCodes(window, query.interval, query.intervalMinutes).length
  return codes * subjects.keys.length * (brokenDownBy(type, query) ? mostParts : 1)
}
