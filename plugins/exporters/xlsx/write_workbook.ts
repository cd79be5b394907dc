import { PassThrough, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import { addCover } from './add_cover.js'
import { addDescriptions } from './add_descriptions.js'
import { addTable } from './add_table.js'
import type { Book } from './book.js'
import { addCharts, MOST_CHARTED_ROWS } from './charts/add_charts.js'
import { addParts } from './parts/add_parts.js'
import { WorkbookParts } from './parts/workbook_parts.js'
import { sheetNames } from '#core/contracts/exporting/sheet_names'
import { wordsOf } from './words.js'

/** Rows of a sheet that Excel opens. */
const ROWS_OF_SHEET = 1_048_576

/**
 * Streams the report into a workbook: a cover, a sheet per interval grouping with one of its charts, the
 * calls where they were asked for, and the descriptions of the columns. No sheet is held in memory whole:
 * the library writes a zip that is not deflated, and what it cannot write is added as that streams past.
 */
export async function writeWorkbook(
  report: ReportDocument,
  out: Writable,
  options: ExportOptions,
  rowsOfSheet = ROWS_OF_SHEET
): Promise<{ rows: number }> {
  const zip = new PassThrough()
  const parts = new WorkbookParts()
  const broken = new AbortController()
  const written = pipeline(zip, (source: AsyncIterable<Uint8Array>) => addParts(source, parts), out)
  // Seen where it is awaited below; until then it must not count as unhandled.
  written.catch((error) => broken.abort(error))

  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: zip,
    useStyles: true,
    zip: { store: true },
  })
  workbook.creator = 'Telestat'
  workbook.title = report.title
  workbook.created = report.asOf
  const book: Book = {
    report,
    options,
    workbook,
    parts,
    names: sheetNames(),
    words: wordsOf(report.locale),
    broken: broken.signal,
    rowsOfSheet,
  }
  try {
    const rows = await addSheets(book)
    await Promise.race([workbook.commit(), written])
    await written
    return { rows }
  } catch (error) {
    // Nobody reads on: what is on its way must not wait for ever.
    zip.destroy(error as Error)
    throw broken.signal.aborted ? broken.signal.reason : error
  }
}

async function addSheets(book: Book): Promise<number> {
  const { report, options, names, words } = book
  const counts = await Promise.all(report.intervals.map((table) => table.count()))
  const drawable = counts.map((count) => options.charts && count <= MOST_CHARTED_ROWS)
  addCover(book, names.unique(words('cover')), drawable.includes(false) && options.charts)
  let rows = 0
  for (const [index, table] of report.intervals.entries()) {
    const added = await addTable(book, table, drawable[index])
    rows += added.rows
    if (drawable[index]) addCharts(book, added.charted, table.name)
  }
  if (report.specification) {
    const added = await addTable(book, report.specification, false)
    rows += added.rows
  }
  if (options.columnDescriptions) addDescriptions(book, names.unique(words('descriptions')))
  return rows
}
