import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { shownColumns } from '#core/contracts/exporting/shown_columns'
import { cellValue } from '#core/contracts/exporting/utc_columns'
import { cellText } from './cell_text.js'
import { dialectOf, type Dialect } from './dialect.js'
import { totalWord } from './words.js'

/**
 * Streams one table. Below the rows of a person's file, after an empty line, stands the total: a pivot
 * table or a sum of what is marked as a table takes the rows alone. A machine's has rows only, keys for
 * headers, and each moment in UTC too.
 */
export async function writeCsv(
  report: ReportDocument,
  out: Writable,
  options: ExportOptions
): Promise<{ rows: number }> {
  const table = report.intervals[0] ?? report.specification
  const dialect = dialectOf(report.locale, options)
  const counted = { rows: 0 }
  await pipeline(
    Readable.from(lines(table, report.locale, dialect, options, counted)),
    stringify({ delimiter: dialect.delimiter, bom: dialect.bom, record_delimiter: 'windows' }),
    out
  )
  return counted
}

async function* lines(
  table: ReportTable,
  locale: string,
  dialect: Dialect,
  options: ExportOptions,
  counted: { rows: number }
) {
  const machine = options.audience === 'machine'
  const columns = shownColumns(table.columns, options)
  const line = (row: Row) =>
    columns.map((column) => cellText(cellValue(row, column), column.unit, dialect))
  yield columns.map(({ key, label }) => (machine ? key : label))
  for await (const row of table.rows) {
    yield line(row)
    counted.rows += 1
  }
  if (!table.total || machine) return
  const total = line(table.total)
  total[0] ||= totalWord(locale)
  yield []
  yield total
}
