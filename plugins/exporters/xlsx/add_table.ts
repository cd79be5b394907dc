import { setImmediate } from 'node:timers/promises'
import type { ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { namingColumns, shownColumns } from '#core/contracts/exporting/shown_columns'
import type { Book } from './book.js'
import { caughtUp } from './caught_up.js'
import { cellFormat } from '#core/contracts/exporting/cell_format'
import type { ChartedTable } from './charts/charted_table.js'
import { sheetHeaders } from '#core/contracts/exporting/sheet_headers'
import { RowSheet } from './row_sheet.js'

/** Rows that are written before others get their turn. */
const CHUNK = 200

/**
 * Adds a table: one sheet, or as many as its rows need. With `keep` its rows are kept for charts.
 *
 * @returns how many rows it wrote, the total left out, and the table as it lies on its first sheet
 */
export async function addTable(
  book: Book,
  table: ReportTable,
  keep: boolean
): Promise<{ rows: number; charted: ChartedTable }> {
  const columns = shownColumns(table.columns, book.options)
  const headers = sheetHeaders(columns, book.options)
  const formats = columns.map((column) => cellFormat(column, book.options, book.report.locale))
  const open = () =>
    new RowSheet(book, book.names.unique(table.name), { columns, headers, formats })
  const room = book.rowsOfSheet - 1 - (table.total ? 1 : 0)

  const kept: Row[] = []
  let rows = 0
  let sheet = open()
  const { name } = sheet
  for await (const row of table.rows) {
    if (sheet.rows === room) {
      sheet.close()
      sheet = open()
    }
    sheet.add(row)
    rows += 1
    if (keep) kept.push(row)
    if (rows % CHUNK === 0) {
      sheet.flush()
      await caughtUp(sheet.sheet, book.broken)
      await setImmediate()
    }
  }
  sheet.close(table.total)
  // An identifier says nothing that the name does not.
  const identified = columns.some(({ key }) => key === 'objectName')
  const naming = namingColumns(columns) - (identified ? 1 : 0)
  return { rows, charted: { sheet: name, columns, headers, formats, naming, rows: kept } }
}
