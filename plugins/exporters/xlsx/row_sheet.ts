import type ExcelJS from 'exceljs'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { namingColumns } from '#core/contracts/exporting/shown_columns'
import { LANDSCAPE, PAPER, type Book } from './book.js'
import type { CellFormat, CellValue } from '#core/contracts/exporting/cell'
import { columnLetters } from './charts/charted_table.js'
import { describeColumn } from './describe_column.js'
import { rowXml } from './row_xml.js'

const HEADER = 'FF1F3A5F'
const TOTAL = 'FFE8EDF3'

/** What the library has and its types do not tell of. */
interface Styled {
  styles: { addStyleModel(style: { numFmt: string }): number }
}
interface Streamed {
  stream: { write(bytes: Buffer): void }
  _rowZero: number
}

/** What the columns of a table are on a sheet. */
export interface SheetColumns {
  columns: readonly ColumnInfo[]
  headers: readonly string[]
  formats: readonly CellFormat[]
}

/** Characters across a page that can still be read when all of them are put on it. */
const READABLE = 240

/** How it is printed: on one page across, or on as many as it takes, each with what names the row. */
function paper(widths: readonly number[], naming: number) {
  if (widths.reduce((sum, width) => sum + width, 0) <= READABLE) return LANDSCAPE
  const printTitlesColumn = `A:${columnLetters(naming - 1)}`
  return { ...PAPER, scale: 70, pageOrder: 'overThenDown', printTitlesColumn } as const
}

/**
 * A sheet of rows: a frozen header whose arrows sort and filter, with the descriptions as comments, and
 * below the rows the total, outside the filter so that sorting leaves it where it is.
 */
export class RowSheet {
  readonly sheet: ExcelJS.Worksheet
  readonly #write: ReturnType<typeof rowXml>
  /** Rows that the sheet's stream has not been handed. */
  #waiting = ''
  rows = 0

  constructor(
    readonly book: Book,
    readonly name: string,
    readonly shown: SheetColumns
  ) {
    const { columns, formats, headers } = shown
    const frozen = Math.max(1, Math.min(3, namingColumns(columns)))
    const widths = formats.map(({ width }, index) =>
      Math.max(width, Math.min(30, headers[index].length + 4))
    )
    this.sheet = book.workbook.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: 1, xSplit: frozen }],
      pageSetup: { ...paper(widths, frozen), printTitlesRow: '1:1' },
    })
    this.sheet.columns = formats.map(({ format }, index) => ({
      width: widths[index],
      style: { numFmt: format },
    }))
    this.#addHeader()
    const { styles } = book.workbook as unknown as Styled
    this.#write = rowXml(formats, (numFmt) => styles.addStyleModel({ numFmt }))
  }

  add(row: Row) {
    this.rows += 1
    this.#waiting += this.#write(row, this.rows + 1)
  }

  /** Hands the rows on that were added. The library counts rows by those that it wrote itself. */
  flush() {
    if (!this.#waiting) return
    const sheet = this.sheet as unknown as Streamed
    sheet.stream.write(Buffer.from(this.#waiting))
    this.#waiting = ''
    sheet._rowZero = this.rows + 2
  }

  /** The library writes no tables, so that comes from beside; without rows there is none. */
  close(total?: Row) {
    this.flush()
    if (this.rows) {
      const { headers } = this.shown
      const ref = `A1:${columnLetters(headers.length - 1)}${this.rows + 1}`
      this.book.parts.addTable(this.sheet.id, { ref, headers })
    }
    if (total) this.#addTotal(total)
    this.sheet.commit()
  }

  #values(row: Row): CellValue[] {
    return this.shown.formats.map(({ value }) => value(row))
  }

  #addHeader() {
    const { words, options } = this.book
    const { columns, headers } = this.shown
    const header = this.sheet.addRow(headers)
    header.height = 34
    columns.forEach((column, index) => {
      const cell = header.getCell(index + 1)
      cell.numFmt = '@'
      cell.font = { bold: true, color: { argb: 'FFFFFFFF' } }
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER } }
      cell.alignment = { wrapText: true, vertical: 'middle' }
      if (options.columnDescriptions && column.description) {
        cell.note = describeColumn(column, columns, words)
      }
    })
    header.commit()
  }

  #addTotal(row: Row) {
    const cells = this.#values(row)
    if (cells[0] === null) cells[0] = this.book.words('total')
    const total = this.sheet.addRow(cells)
    total.eachCell({ includeEmpty: true }, (cell) => {
      cell.font = { bold: true }
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TOTAL } }
      cell.border = { top: { style: 'thin' } }
    })
    total.commit()
  }
}
