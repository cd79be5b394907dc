import type { ExporterPlugin } from '#core/contracts/exporter'
import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import { registry } from '#core/plugins/registry'
import { tooLarge } from '#core/reports/errors'

/** Rows of all tables together. */
export async function countRows(report: ReportDocument): Promise<number> {
  const counts = await Promise.all(tablesOf(report).map((table) => table.count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** The same document, whose tables have been counted: before its rows are read, and only then. */
export async function countedOnce(report: ReportDocument): Promise<ReportDocument> {
  const counted = async (table: ReportTable): Promise<ReportTable> => {
    const rows = await table.count()
    return { ...table, count: () => Promise.resolve(rows) }
  }
  const { specification } = report
  return {
    ...report,
    intervals: await Promise.all(report.intervals.map(counted)),
    specification: specification && (await counted(specification)),
  }
}

/**
 * Before anything is written: what is made in memory must not be too large for it.
 *
 * @throws E_TOO_MANY_ROWS, E_TOO_MANY_COLUMNS naming the formats that hold as many
 */
export async function refuseTooLarge(exporter: ExporterPlugin, report: ReportDocument) {
  const { label, mostRows, mostColumns } = exporter
  if (mostRows === undefined && mostColumns === undefined) return
  const rows = await countRows(report)
  const columns = Math.max(...tablesOf(report).map((table) => table.columns.length))
  const others = registry()
    .exporters()
    .filter(
      (other) => (other.mostRows ?? Infinity) >= rows && (other.mostColumns ?? Infinity) >= columns
    )
  if (mostRows !== undefined && rows > mostRows) {
    throw tooLarge(label, 'rows', { most: mostRows, found: rows }, others)
  }
  if (mostColumns !== undefined && columns > mostColumns) {
    throw tooLarge(label, 'columns', { most: mostColumns, found: columns }, others)
  }
}

const tablesOf = ({ intervals, specification }: ReportDocument) => [
  ...intervals,
  ...(specification ? [specification] : []),
]
