import { changeOf } from '#core/contracts/change_of'
import type { ColumnInfo, Headline, ReportDocument } from '#core/contracts/report_document'
import { utcRows, withUtcColumns, withUtcValues } from '#core/contracts/exporting/utc_columns'
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

/** The columns of a table without those that name its rows. */
export const measuredColumns = (columns: readonly ColumnInfo[]): ColumnInfo[] =>
  columns.filter(({ key }) => !naming.has(key))

/** What the API answers of a document, its first table's rows apart. */
export function presentReport(report: ReportDocument, query: ReportQuery) {
  const [table] = report.intervals
  const columns = withUtcColumns(measuredColumns(table.columns))
  const head = {
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
    columns,
    total: table.total ? withUtcValues(columns)(table.total) : null,
    charts: report.charts,
    ...(report.headline && { headline: presentHeadline(report.headline) }),
  }
  // With moments in UTC there is more in a row than was measured.
  const json = columns.some(({ utcOf }) => utcOf !== undefined) ? undefined : table.json
  return { head, rows: { rows: utcRows(table.rows, columns), json } }
}

const presentHeadline = ({ figures, previous, usual }: Headline) => ({
  previous,
  ...(usual && { usual }),
  figures: figures.map((figure) => ({ ...figure, change: changeOf(figure) })),
})

/** One page of the calls behind a report. The cursor of the next is known once the rows were read. */
export async function presentSpecification(report: ReportDocument) {
  const table = report.specification
  if (!table) throw new Error('A specification was asked for and none was made')
  const columns = withUtcColumns(table.columns)
  const head = {
    title: report.title,
    asOf: report.asOf.toISOString(),
    zones: report.zones,
    locale: report.locale,
    period: report.period,
    notes: report.notes,
    columns,
    count: await table.count(),
    ...(report.behind && { behind: report.behind }),
  }
  const rows = { rows: utcRows(table.rows, columns) }
  return { head, rows, tail: () => ({ next: table.next?.() ?? null }) }
}
