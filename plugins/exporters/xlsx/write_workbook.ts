import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import { addCover } from './add_cover.js'
import { addDescriptions } from './add_descriptions.js'
import { addTable } from './add_table.js'
import { sheetNames } from './sheet_names.js'
import { wordsOf } from './words.js'

/**
 * Streams the report into a workbook: a cover, a sheet per interval grouping, the calls where they
 * were asked for, and the descriptions of the columns. No sheet is held in memory whole.
 */
export async function writeWorkbook(
  report: ReportDocument,
  out: Writable,
  options: ExportOptions
): Promise<{ rows: number }> {
  const ended = finished(out)
  // A broken stream is seen where it is awaited below; until then it must not count as unhandled.
  ended.catch(() => {})
  const words = wordsOf(report.locale)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true })
  workbook.creator = 'Telestat'
  workbook.title = report.title
  workbook.created = report.asOf

  const names = sheetNames()
  addCover(workbook, names.unique(words('cover')), report, words)
  let rows = 0
  for (const table of report.intervals) {
    rows += await addTable(workbook, names.unique(table.name), table, options, words)
  }
  if (report.specification) {
    const name = names.unique(report.specification.name)
    rows += await addTable(workbook, name, report.specification, options, words)
  }
  if (options.columnDescriptions) {
    addDescriptions(workbook, names.unique(words('descriptions')), report, words)
  }
  await workbook.commit()
  await ended
  return { rows }
}
