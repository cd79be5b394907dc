import { asOfText } from '#core/contracts/exporting/as_of_text'
import { headlineLines } from '#core/contracts/exporting/headline_lines'
import { LANDSCAPE, type Book } from './book.js'
import { wrappedHeight } from './wrapped_height.js'
import { MOST_CHARTED_ROWS } from './charts/add_charts.js'

const WIDTHS = [24, 90]

/** The first sheet: what was measured, when, where, and by which rules. */
export function addCover(
  { workbook, report, words, options }: Book,
  name: string,
  chartsLeftOut: boolean
) {
  const sheet = workbook.addWorksheet(name, {
    views: [{ showGridLines: false }],
    pageSetup: LANDSCAPE,
  })
  const wrap = { alignment: { wrapText: true, vertical: 'top' as const }, numFmt: '@' }
  sheet.columns = [
    { width: WIDTHS[0], style: { ...wrap, font: { bold: true } } },
    { width: WIDTHS[1], style: wrap },
  ]
  const title = sheet.addRow([report.title])
  title.font = { bold: true, size: 18 }
  title.height = 28
  title.getCell(1).alignment = { wrapText: false }
  title.commit()
  sheet.addRow([]).commit()

  const headlineWords = {
    keyFigures: words('keyFigures'),
    before: words('before'),
    target: words('target'),
  }
  const lines: [string, string][] = [
    [words('period'), `${report.period.from} – ${report.period.to}`],
    ['', report.period.description],
    [words('zone'), report.zones.join(', ')],
    [words('asOf'), asOfText(report)],
    ...headlineLines(report, headlineWords, options.timeFormat),
    [words('groupings'), report.intervals.map((table) => table.name).join(', ')],
    ...report.notes.map((note, index): [string, string] => [index ? '' : words('notes'), note]),
    ['', chartsLeftOut ? words('chartsLeftOut').replace('{most}', String(MOST_CHARTED_ROWS)) : ''],
  ]
  for (const line of lines) {
    if (!line[1]) continue
    const row = sheet.addRow(line)
    row.height = wrappedHeight(line, WIDTHS)
    row.commit()
  }
  sheet.commit()
}
