import type ExcelJS from 'exceljs'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ColumnInfo, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { cellFormat, type CellFormat, type CellValue } from './cell_format.js'
import { describeColumn } from './describe_column.js'
import { shownColumns } from './shown_columns.js'
import type { wordsOf } from './words.js'

const HEADER = 'FF1F3A5F'
const TOTAL = 'FFE8EDF3'

/**
 * Adds one table as a sheet: a frozen header with a filter and the descriptions as comments, the
 * rows, and below them the total, outside the filter so that sorting leaves it where it is.
 *
 * @returns how many rows it wrote, the total left out
 */
export async function addTable(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  table: ReportTable,
  options: ExportOptions,
  words: ReturnType<typeof wordsOf>
): Promise<number> {
  const columns = shownColumns(table.columns, options)
  const formats = columns.map((column) => cellFormat(column.unit, options))
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1, xSplit: namingColumns(columns) }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  sheet.columns = formats.map((format, index) => ({
    width: Math.max(format.width, Math.min(30, columns[index].label.length + 4)),
    style: { numFmt: format.format },
  }))
  addHeader(sheet, columns, options, words)

  let rows = 0
  for await (const row of table.rows) {
    sheet.addRow(values(row, columns, formats)).commit()
    rows += 1
  }
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(2, rows + 1), column: columns.length },
  }
  if (table.total) addTotal(sheet, values(table.total, columns, formats), words('total'))
  sheet.commit()
  return rows
}

const values = (
  row: Row,
  columns: readonly ColumnInfo[],
  formats: readonly CellFormat[]
): CellValue[] => columns.map((column, index) => formats[index].value(row[column.key] ?? null))

/** How many columns at the left say which row it is: they stay while the rest scrolls. */
function namingColumns(columns: readonly ColumnInfo[]) {
  const first = columns.findIndex(({ unit }) => unit !== 'text' && unit !== 'phone')
  return Math.max(1, Math.min(3, first))
}

function addHeader(
  sheet: ExcelJS.Worksheet,
  columns: readonly ColumnInfo[],
  options: ExportOptions,
  words: ReturnType<typeof wordsOf>
) {
  const header = sheet.addRow(columns.map((column) => column.label))
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

function addTotal(sheet: ExcelJS.Worksheet, cells: CellValue[], label: string) {
  if (cells[0] === null) cells[0] = label
  const total = sheet.addRow(cells)
  total.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { bold: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TOTAL } }
    cell.border = { top: { style: 'thin' } }
  })
  total.commit()
}
