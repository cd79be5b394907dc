import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import type { CellText } from './cell_text.js'
import type { Words } from './words.js'

/** What every part of the pages needs. */
export interface Context {
  report: ReportDocument
  options: ExportOptions
  words: Words
  text: CellText
}

export const COLOURS = { head: '#1f3a5f', total: '#e8edf3', line: '#dde2e8', muted: '#5b6675' }

/** Points of an A4 on its side, between the margins. */
export const PAGE_WIDTH = 770
