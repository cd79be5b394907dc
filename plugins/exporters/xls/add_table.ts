import { setImmediate } from 'node:timers/promises'
import { cellFormat } from '#core/contracts/exporting/cell_format'
import { partLists } from '#core/contracts/exporting/part_lists'
import { sheetHeaders } from '#core/contracts/exporting/sheet_headers'
import { shownColumns } from '#core/contracts/exporting/shown_columns'
import type { ColumnInfo, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { SheetCell } from './sheet_message.js'
import type { Book } from './write_xls.js'

/** Rows that are handed over at a time, others getting their turn between. */
const CHUNK = 500

/**
 * Adds a table: one sheet, or as many as its rows need, and below the last row the total.
 *
 * @returns how many rows it wrote, the total left out
 */
export async function addTable(book: Book, table: ReportTable): Promise<number> {
  const { options, words, names, thread, report } = book
  const columns = shownColumns(table.columns, options)
  const headers = sheetHeaders(columns, options)
  const formats = columns.map((column) => cellFormat(column, options, report.locale))
  const values = (row: Row): SheetCell[] =>
    formats.map(({ value, formatOf }) => {
      const format = formatOf?.(row)
      return format ? { value: value(row), format } : value(row)
    })
  const begin = () =>
    thread.say({
      sheet: names.unique(table.name),
      columns: formats.map(({ format, width }, place) => ({
        format,
        width: Math.max(width, Math.min(30, headers[place].length + 2)),
      })),
      header: columns.map((column, place) => ({
        text: headers[place],
        note: options.columnDescriptions ? noteOf(column, columns, book) : undefined,
      })),
    })

  // The header is a row too, and so is the total.
  const room = book.rowsOfSheet - 1 - (table.total ? 1 : 0)
  let waiting: SheetCell[][] = []
  let rows = 0
  const hand = async () => {
    thread.say({ rows: waiting })
    waiting = []
    await setImmediate()
  }
  begin()
  for await (const row of table.rows) {
    if (rows && rows % room === 0) {
      await hand()
      begin()
    }
    waiting.push(values(row))
    rows += 1
    if (waiting.length === CHUNK) await hand()
  }
  if (table.total) {
    const total = values(table.total)
    total[0] ??= words('total')
    waiting.push(total)
  }
  await hand()
  return rows
}

function noteOf(column: ColumnInfo, columns: readonly ColumnInfo[], { words }: Book) {
  if (!column.description) return undefined
  const parts = partLists(column, columns)
  const note = [column.description, ...parts.map((part) => `${words('consistsOf')}: ${part}`)]
  // The library spoils other letters in notes; the sheet of descriptions has them whole.
  return /[^\0-\x7F]/.test(note.join('')) ? undefined : note.join('\n')
}
