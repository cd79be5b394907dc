import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportOptions } from '#core/contracts/exporter'
import { sheetNames } from '#core/contracts/exporting/sheet_names'
import type { ReportDocument } from '#core/contracts/report_document'
import { addCover } from './add_cover.js'
import { addDescriptions } from './add_descriptions.js'
import { addTable } from './add_table.js'
import { bookThread } from './book_thread.js'
import { wordsOf, type Words } from './words.js'

/** Rows that a sheet of the format can have. */
const ROWS_OF_SHEET = 65_536

/** A workbook that is being made, and what every sheet of it needs. */
export interface Book {
  report: ReportDocument
  options: ExportOptions
  words: Words
  names: ReturnType<typeof sheetNames>
  thread: ReturnType<typeof bookThread>
  rowsOfSheet: number
}

/** Writes the report as a workbook of the years before 2007: the same sheets and comments, and no charts. */
export async function writeXls(
  report: ReportDocument,
  out: Writable,
  options: ExportOptions,
  rowsOfSheet = ROWS_OF_SHEET
): Promise<{ rows: number }> {
  const thread = bookThread()
  const words = wordsOf(report.locale)
  const book: Book = { report, options, words, names: sheetNames(), thread, rowsOfSheet }
  try {
    addCover(book)
    let rows = 0
    const { intervals, specification } = report
    for (const table of [...intervals, ...(specification ? [specification] : [])]) {
      rows += await addTable(book, table)
    }
    if (options.columnDescriptions) addDescriptions(book)
    await pipeline(Readable.from([await thread.end(report.title)]), out)
    return { rows }
  } finally {
    await thread.stop()
  }
}
