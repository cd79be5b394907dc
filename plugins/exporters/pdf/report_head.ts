import { asOfText } from '#core/contracts/exporting/as_of_text'
import { headlineLines } from '#core/contracts/exporting/headline_lines'
import type { PageContent } from './page_content.js'
import { MOST_DRAWN_ROWS } from './charts/draw_charts.js'
import { COLOURS, type Context } from './context.js'

/** The top of the first page: what was measured, when, where, and by which rules. */
export function reportHead(
  { report, words, options }: Context,
  chartsLeftOut: boolean
): PageContent {
  const { zones, period, notes } = report
  const headlineWords = {
    keyFigures: words('keyFigures'),
    before: words('before'),
    target: words('target'),
  }
  const lines: [string, string][] = [
    [
      words('period'),
      `${period.from} – ${period.to}${period.description && `, ${period.description}`}`,
    ],
    [words('zone'), zones.join(', ')],
    [words('asOf'), asOfText(report)],
    ...headlineLines(report, headlineWords, options.timeFormat),
    ...notes.map((note, index): [string, string] => [index ? '' : words('notes'), note]),
  ]
  if (chartsLeftOut) {
    lines.push(['', words('chartsLeftOut').replace('{most}', String(MOST_DRAWN_ROWS))])
  }
  return [
    { text: report.title, fontSize: 18, bold: true, margin: [0, 0, 0, 8] },
    {
      layout: 'noBorders',
      margin: [0, 0, 0, 12],
      table: {
        widths: [90, '*'],
        body: lines.map(([name, value]) => [{ text: name, color: COLOURS.muted }, { text: value }]),
      },
    },
  ]
}
