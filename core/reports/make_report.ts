import type { ReportDocument } from '#core/contracts/report_document'
import type { ReportType } from '#core/contracts/report_type'
import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import { describePeriod } from '#core/reports/document/describe_period'
import { reportNotes } from '#core/reports/document/report_notes'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { planReport, readTable } from '#core/reports/plan_report'
import type { PlannedReport } from '#core/reports/planned_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'

/** Makes a report of what it is given: one table for each interval grouping. */
export async function makeReport(
  query: ReportQuery,
  sources: ReportSources,
  intervals: readonly IntervalGrouping[]
): Promise<ReportDocument> {
  const planned = await planReport(query, sources)
  const { report, plan } = planned
  const tables = await Promise.all(
    intervals.map((interval) =>
      readTable({ ...planned, report: { ...report, query: { ...query, interval } } })
    )
  )
  return { ...reportHead(planned), intervals: tables, charts: charts(report.type, plan) }
}

/** What a report is of, whatever tables are made of it. */
export function reportHead({
  report,
  plan,
  parameters,
}: PlannedReport): Omit<ReportDocument, 'intervals' | 'charts'> {
  const { window, words, type } = report
  return {
    title: words.plugin(`reportTypes.${type.key}.label`),
    asOf: report.asOf,
    asOfZone: report.reader.zone,
    zones: report.zones,
    locale: words.locale,
    period: {
      from: isoDate(window.first),
      to: isoDate(window.last),
      description: describePeriod(window, words),
    },
    notes: reportNotes(report, plan, parameters),
  }
}

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
