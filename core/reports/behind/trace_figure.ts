import { RequestError } from '#core/http/request_error'
import type { FigureAddress } from '#core/reports/behind/figure_address'
import { narrowToRow } from '#core/reports/behind/narrow_to_row'
import { traceColumn, type Trace } from '#core/reports/behind/trace_column'
import { noCallsBehind, unknownFigure } from '#core/reports/errors'
import { planReport } from '#core/reports/plan_report'
import type { PlannedReport } from '#core/reports/planned_report'
import type { PreparedReport, ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'

/** A figure of a report, and the calls that it is made of. */
export interface TracedFigure {
  address: FigureAddress
  /** The report with this column, whole. */
  planned: PlannedReport
  /** Place of the column in the plan. */
  place: number
  /** The report of nothing but the figure's row. */
  narrowed: PreparedReport
  /** What people call the row. */
  names: readonly string[]
  trace: Trace
}

/**
 * Finds what a figure is made of by the declaration of its column: the same measures, with the same
 * conditions, as it was read by.
 *
 * @throws E_UNKNOWN_COLUMN, E_UNKNOWN_FIGURE, E_UNKNOWN_ROW, E_NO_CALLS_BEHIND, and those of a report
 */
export async function traceFigure(
  query: ReportQuery,
  sources: ReportSources,
  address: FigureAddress
): Promise<TracedFigure> {
  const planned = await planReport({ ...query, columns: [address.column] }, sources).catch(
    (error: unknown) => {
      throw inItsPlace(error)
    }
  )
  const { plan, report } = planned
  const keys = plan.shown.map((at) => plan.columns[at].key)
  const place = plan.shown[0]
  if (keys.length !== 1) throw unknownFigure(address.column, keys)
  const trace = traceColumn(report.type, plan, place, address.side)
  if (!trace) throw noCallsBehind(address.column)
  const { report: narrowed, names } = narrowToRow(report, address.row)
  return { address, planned, place, narrowed, names, trace }
}

/** An unknown column, named by the field that it was asked in. */
const inItsPlace = (error: unknown) =>
  error instanceof RequestError && error.problem.code === 'E_UNKNOWN_COLUMN'
    ? new RequestError({ ...error.problem, field: 'behind.column' })
    : error

/** The fields that are measured, which a list of the calls has to show. */
export const measuredFields = ({ measures }: Trace): string[] => [
  ...new Set(measures.flatMap(({ measure }) => measure.field ?? [])),
]
