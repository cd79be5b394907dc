import type ExcelJS from 'exceljs'
import type { ReportDocument } from '#core/contracts/report_document'
import type { wordsOf } from './words.js'

/** The first sheet: what was measured, when, where, and by which rules. */
export function addCover(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  name: string,
  report: ReportDocument,
  words: ReturnType<typeof wordsOf>
) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const }, numFmt: '@' }
  sheet.columns = [
    { width: 24, style: { ...wrap, font: { bold: true } } },
    { width: 90, style: wrap },
  ]
  const title = sheet.addRow([report.title])
  title.font = { bold: true, size: 18 }
  title.height = 28
  title.getCell(1).alignment = { wrapText: false }
  title.commit()
  sheet.addRow([]).commit()

  const asOf = report.asOf.toISOString().replace('T', ' ').slice(0, 16)
  const lines: [string, string][] = [
    [words('period'), `${report.period.from} – ${report.period.to}`],
    ['', report.period.description],
    [words('zone'), report.zones.join(', ')],
    [words('asOf'), `${asOf} UTC`],
    [words('groupings'), report.intervals.map((table) => table.name).join(', ')],
    ...report.notes.map((note, index): [string, string] => [index ? '' : words('notes'), note]),
  ]
  for (const line of lines) if (line[1]) sheet.addRow(line).commit()
  sheet.commit()
}
