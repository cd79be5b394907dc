import { test } from '@japa/runner'
import { column, problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const known = '"incoming", "answered", "abandoned", "share", "meanWait", "within"'

test.group('Plugins | presets and charts', () => {
  const wrong: [title: string, change: (source: Loose) => void, sentence: string][] = [
    [
      'a preset shows columns that there are',
      ({ report }) => (report.presets.handled = ['incoming', 'closed']),
      `preset "handled": it shows "closed", which is no column. There are: ${known}.`,
    ],
    [
      'a preset shows something',
      ({ report }) => (report.presets.handled = []),
      'preset "handled": it shows no column.',
    ],
    [
      'a preset shows a column once',
      ({ report }) => (report.presets.handled = ['incoming', 'incoming']),
      'preset "handled": it shows "incoming" twice.',
    ],
    [
      'a key figure is a column',
      ({ report }) => (report.headline = [{ column: 'closed' }]),
      `headline: it shows "closed", which is no column. There are: ${known}.`,
    ],
    [
      'a key figure is a number',
      ({ report, columns }) => {
        columns.lastBegan = column('Last began', 'time', { last: 'began' })
        report.headline = [{ column: 'lastBegan' }]
      },
      'headline: "lastBegan" is time and cannot be drawn.',
    ],
    [
      'the line of a chart is a column',
      ({ report }) => (report.charts[0].line = 'waits'),
      `chart 1: it shows "waits", which is no column. There are: ${known}.`,
    ],
    [
      'a chart draws what can be drawn',
      ({ report, columns }) => {
        columns.lastBegan = column('Last began', 'time', { last: 'began' })
        report.charts.push({ kind: 'lines', columns: ['lastBegan'] })
      },
      'chart 2: "lastBegan" is time and cannot be drawn.',
    ],
  ]
  for (const [title, change, sentence] of wrong) {
    test(title, ({ assert }) => {
      assert.deepEqual(problemsAfter(change), [`Report "platform.queue", ${sentence}`])
    })
  }
})
