import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { ReportQuery } from '#core/reports/report_query'

/** Columns that say which row it is: they are keys of a row, and not among the measured ones. */
const naming = new Set([
  'interval',
  'intervalLabel',
  'group',
  'groupName',
  'object',
  'objectName',
  'part',
  'partName',
])

/** The document as the API answers it: one table, whole. */
export async function presentReport(report: ReportDocument, query: ReportQuery) {
  const [table] = report.intervals
  return {
    title: report.title,
    report: query.report,
    interval: query.interval,
    intervalMinutes: query.intervalMinutes,
    grouping: query.grouping,
    asOf: report.asOf.toISOString(),
    zones: report.zones,
    locale: report.locale,
    period: report.period,
    notes: report.notes,
    columns: table.columns.filter(({ key }: ColumnInfo) => !naming.has(key)),
    total: table.total ?? null,
    rows: await Array.fromAsync<Row>(table.rows),
    charts: report.charts,
  }
}

/** One page of the calls behind a report, and the cursor of the next. */
export async function presentSpecification(report: ReportDocument) {
  const table = report.specification
  if (!table) throw new Error('A specification was asked for and none was made')
  const rows = await Array.fromAsync<Row>(table.rows)
  return {
    title: report.title,
    asOf: report.asOf.toISOString(),
    zones: report.zones,
    locale: report.locale,
    period: report.period,
    notes: report.notes,
    columns: table.columns,
    rows,
    count: await table.count(),
    next: table.next?.() ?? null,
  }
}
