import type { Writable } from 'node:stream'
import type { ReportDocument } from './report_document.js'
import type { Declared } from './settings.js'

/** What the reader chose to have in the file. An exporter ignores what its `includes` says it cannot hold. */
export interface ExportOptions {
  charts: boolean
  columnDescriptions: boolean
  /** How durations are shown: `hms` 01:02:03, `seconds` 3723. */
  timeFormat: 'hms' | 'seconds'
  /** `person`: as the reader's spreadsheet expects it. `machine`: plain and the same in every language. */
  audience: 'person' | 'machine'
}

export interface ExporterPlugin extends Declared<'exporter'> {
  extension: string
  contentType: string
  includes: {
    charts: boolean
    specification: boolean
    columnDescriptions: boolean
    manyIntervals: boolean
  }
  /**
   * The most rows, of all tables together, that a file of this format is made of. Where a report has
   * more, core refuses and names the formats that hold them. Without it there is no bound.
   */
  mostRows?: number
  /** The same of the columns of one table. */
  mostColumns?: number
  /**
   * Writes the whole document and ends `out`. Answers how many data rows the file holds, totals left
   * out: core compares it with the report and fails the export where they differ.
   */
  write(report: ReportDocument, out: Writable, options: ExportOptions): Promise<{ rows: number }>
}
