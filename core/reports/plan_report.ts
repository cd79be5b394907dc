import type { Column } from '#core/contracts/column'
import type { ReportTable } from '#core/contracts/report_document'
import type { ReportType } from '#core/contracts/report_type'
import {
  chooseColumns,
  neededColumns,
  type ChosenColumn,
} from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { planColumns } from '#core/reports/compile/plan_columns'
import {
  bandRepetitions,
  limitRepetitions,
  type Repetition,
} from '#core/reports/compile/repetition'
import { columnInfos } from '#core/reports/document/column_infos'
import { valueWords } from '#core/reports/document/value_words'
import { heldAnswers } from '#core/reports/admission'
import { brokenDownBy } from '#core/reports/broken_down_by'
import { LIGHT_CELLS, TINY_CELLS } from '#core/reports/cell_limits'
import { answerTooLarge, heavyReport } from '#core/reports/errors'
import { findValues } from '#core/reports/find_values'
import { subjectRows } from '#core/reports/objects/subject_rows'
import type { PlannedReport } from '#core/reports/planned_report'
import { prepareReport, type ReportSources } from '#core/reports/prepare_report'
import { readRows, unreadRows } from '#core/reports/read_rows'
import type { ReportQuery } from '#core/reports/report_query'
import { reportTable } from '#core/reports/report_table'
import { slicedTable } from '#core/reports/sliced_table'
import { estimatedCells, estimatedRows, mostRows, rowsWithin } from '#core/reports/table_limits'
import { countTableRows } from '#core/reports/table_rows'

/** Parts that any row may be broken down by. */
const MANY = 50

/** @throws the errors of columns, parameters, period or objects that cannot be */
export async function planReport(
  query: ReportQuery,
  sources: ReportSources
): Promise<PlannedReport> {
  const { type, words } = sources
  const parameters = reportParameters(type, query.parameters)
  const chosen = chooseColumns(type, query.columns, (column) =>
    parameterRepetitions(column, parameters)?.map(({ suffix }) => suffix)
  )
  const report = prepareReport(query, sources)
  const subjects = subjectRows(
    report.chosen,
    report.catalogue,
    type.subject,
    query.grouping,
    words.locale
  )
  const values = await findValues(report, subjects, valueFields(type, chosen))
  const plan = planColumns({
    type,
    chosen,
    repetitions: (column) =>
      parameterRepetitions(column, parameters) ??
      values.get((column.per as { field: string }).field) ??
      [],
    formula: query.serviceLevel ?? sources.customer.serviceLevel,
    shortAbandonSeconds: sources.customer.shortAbandonSeconds,
  })
  return { report, subjects, plan, columns: columnInfos(type, plan, words), parameters }
}

/** The table of a planned report, by the interval and over the window that it has now. */
export async function readTable(planned: PlannedReport): Promise<ReportTable> {
  const { report, subjects, plan, columns } = planned
  const { holding, sliceCells = LIGHT_CELLS, reader, signal } = report
  const breakdown = brokenDownBy(report.type, report.query)
  const most = holding ? mostRows(planned) : rowsWithin(sliceCells, planned)
  const cells = estimatedCells(planned, most)
  if (report.light && cells > LIGHT_CELLS) throw heavyReport(cells, LIGHT_CELLS)
  if (holding && cells > TINY_CELLS) {
    holding(await heldAnswers.enter(reader.customerId, cells, signal))
  }
  const words = valueWords(report)
  const { firstRows } = report
  if (firstRows !== undefined && estimatedRows(planned, MANY) > firstRows) {
    const read = unreadRows(report, plan.measures, breakdown, words)
    return slicedTable({ report, subjects, plan, columns, breakdown, read }, words, firstRows)
  }
  const read = await readRows(report, subjects, plan.measures, breakdown, words, most)
  const input = { report, subjects, plan, columns, breakdown, read }
  if (!read.more && countTableRows(input) <= most) return reportTable(input)
  if (holding) throw answerTooLarge(most)
  return slicedTable({ ...input, read: { ...read, rows: [] } }, words, most)
}

/** The columns that one stands for where a parameter says how many; undefined where the facts do. */
export const parameterRepetitions = (
  { per }: Column,
  parameters: Readonly<Record<string, readonly number[]>>
): Repetition[] | undefined => {
  if (!per || 'field' in per) return per ? undefined : []
  return 'limits' in per
    ? limitRepetitions(parameters[per.limits])
    : bandRepetitions(parameters[per.bands])
}

/** The fields that the chosen columns, and those they build on, are repeated for. */
export const valueFields = (type: ReportType, chosen: readonly ChosenColumn[]) => [
  ...new Set(
    [...neededColumns(type, chosen)].flatMap((key) => {
      const { per } = type.columns[key]
      return per && 'field' in per ? per.field : []
    })
  ),
]
