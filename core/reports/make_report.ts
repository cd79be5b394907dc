import type { Column } from '#core/contracts/column'
import type { ReportDocument } from '#core/contracts/report_document'
import type { ReportType } from '#core/contracts/report_type'
import {
  chooseColumns,
  neededColumns,
  type ChosenColumn,
} from '#core/reports/compile/choose_columns'
import { reportParameters } from '#core/reports/compile/parameters'
import { planColumns, type ColumnPlan } from '#core/reports/compile/plan_columns'
import {
  bandRepetitions,
  limitRepetitions,
  type Repetition,
} from '#core/reports/compile/repetition'
import { columnInfos } from '#core/reports/document/column_infos'
import { describePeriod } from '#core/reports/document/describe_period'
import { reportNotes } from '#core/reports/document/report_notes'
import { valueWords } from '#core/reports/document/value_words'
import { findValues } from '#core/reports/find_values'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { subjectRows } from '#core/reports/objects/subject_rows'
import { prepareReport, type ReportSources } from '#core/reports/prepare_report'
import { readRows } from '#core/reports/read_rows'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'
import { reportTable } from '#core/reports/report_table'

/** Makes a report of what it is given: one table for each interval grouping. */
export async function makeReport(
  query: ReportQuery,
  sources: ReportSources,
  intervals: readonly IntervalGrouping[]
): Promise<ReportDocument> {
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
  const columns = columnInfos(type, plan, words)
  const breakdown = query.breakdown ? type.breakdown : undefined

  const tables = await Promise.all(
    intervals.map(async (interval) => {
      const one = { ...report, query: { ...query, interval } }
      const read = await readRows(one, subjects, plan.measures, breakdown, valueWords(one))
      return reportTable({ report: one, subjects, plan, columns, breakdown, read })
    })
  )
  const { window } = report
  return {
    title: words.plugin(`reportTypes.${type.key}.label`),
    asOf: report.asOf,
    zones: report.zones,
    locale: words.locale,
    period: {
      from: isoDate(window.first),
      to: isoDate(window.last),
      description: describePeriod(window, words),
    },
    notes: reportNotes(report, plan, parameters),
    intervals: tables,
    charts: charts(type, plan),
  }
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
const valueFields = (type: ReportType, chosen: readonly ChosenColumn[]) => [
  ...new Set(
    [...neededColumns(type, chosen)].flatMap((key) => {
      const { per } = type.columns[key]
      return per && 'field' in per ? per.field : []
    })
  ),
]

/** The charts whose columns are shown, repeated columns by their repetitions. */
function charts(type: ReportType, plan: ColumnPlan): ReportDocument['charts'] {
  const shown = plan.shown.map((place) => plan.columns[place])
  const keysOf = (declared: string) =>
    shown.filter((column) => column.declared === declared).map(({ key }) => key)
  return type.charts.flatMap(({ kind, columns, line }) => {
    const present = columns.flatMap(keysOf)
    const lines = line ? keysOf(line) : []
    return present.length
      ? [{ kind, columns: present, ...(lines[0] ? { line: lines[0] } : {}) }]
      : []
  })
}
