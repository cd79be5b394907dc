import type ExcelJS from 'exceljs'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import type { WorkbookParts } from './parts/workbook_parts.js'
import type { sheetNames } from '#core/contracts/exporting/sheet_names'
import type { wordsOf } from './words.js'

/** A workbook that is being written, and what every sheet of it needs. */
export interface Book {
  report: ReportDocument
  options: ExportOptions
  workbook: ExcelJS.stream.xlsx.WorkbookWriter
  /** What the library cannot write. */
  parts: WorkbookParts
  names: ReturnType<typeof sheetNames>
  words: ReturnType<typeof wordsOf>
  /** Aborted where the file cannot be written any more. */
  broken: AbortSignal
  /** Rows that a sheet can have, its header and total included. */
  rowsOfSheet: number
}

/** A4. */
export const PAPER = { orientation: 'landscape', paperSize: 9 } as const

export const LANDSCAPE = {
  ...PAPER,
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const
