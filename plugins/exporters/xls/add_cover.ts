import { asOfText } from '#core/contracts/exporting/as_of_text'
import { headlineLines } from '#core/contracts/exporting/headline_lines'
import type { Book } from './write_xls.js'

/** The first sheet: what was measured, when, where, and by which rules, and that there are no charts. */
export function addCover({ report, words, names, thread, options }: Book) {
  const { period, zones, intervals, notes } = report
  thread.say({
    sheet: names.unique(words('cover')),
    columns: [
      { format: '@', width: 24 },
      { format: '@', width: 90 },
    ],
  })
  const headlineWords = {
    keyFigures: words('keyFigures'),
    before: words('before'),
    target: words('target'),
  }
  const lines: [string, string][] = [
    [words('period'), `${period.from} – ${period.to}`],
    ['', period.description],
    [words('zone'), zones.join(', ')],
    [words('asOf'), asOfText(report)],
    ...headlineLines(report, headlineWords, options.timeFormat),
    [words('groupings'), intervals.map((table) => table.name).join(', ')],
    ...notes.map((note, index): [string, string] => [index ? '' : words('notes'), note]),
    ['', words('noCharts')],
  ]
  thread.say({ rows: [[report.title], [], ...lines.filter(([, said]) => said)] })
}
