import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ReportDocument } from '#core/contracts/report_document'
import { cellText } from './cell_text.js'
import { MOST_DRAWN_ROWS } from './charts/draw_charts.js'
import { describeColumns } from './describe_columns.js'
import { printPages } from './print_pages.js'
import { reportHead } from './report_head.js'
import { tableSection } from './table_section.js'
import { wordsOf } from './words.js'

/** Lays the report out on pages that are read and printed, and writes them. */
export async function writePdf(
  report: ReportDocument,
  out: Writable,
  options: ExportOptions
): Promise<{ rows: number }> {
  const words = wordsOf(report.locale)
  const context = { report, options, words, text: cellText(report.locale, options.timeFormat) }
  const counts = await Promise.all(report.intervals.map((table) => table.count()))
  const chartsLeftOut = options.charts && counts.some((count) => count > MOST_DRAWN_ROWS)
  const sections = []
  let rows = 0
  for (const [index, table] of report.intervals.entries()) {
    const section = await tableSection(context, table, index > 0)
    sections.push(section.content)
    rows += section.rows
  }
  const content = [
    reportHead(context, chartsLeftOut),
    ...sections,
    ...(options.columnDescriptions ? [describeColumns(context)] : []),
  ]
  const pages = await printPages({ title: report.title, locale: report.locale, content })
  await pipeline(Readable.from([pages]), out)
  return { rows }
}
