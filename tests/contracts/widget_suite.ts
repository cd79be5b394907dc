import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { FittedReport, WidgetPlugin } from '#core/contracts/widget'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})

const columns = [
  column('all', { consistsOf: [['answered', 'lost']] }),
  column('answered'),
  column('lost'),
  column('mean', { unit: 'seconds', distribution: true }),
  column('last', { unit: 'time' }),
  column('by_anna', { repeated: { column: 'by', value: 'anna', label: 'Anna' } }),
]
const groupings = ['total', 'object', 'group', 'groupAndObject'] as const
const reports: FittedReport[] = groupings.flatMap((grouping) => [
  { columns, grouping, interval: 'timeOfDay', rows: 12 },
  { columns: [], grouping, interval: 'period', rows: 0 },
  { columns: columns.slice(4, 5), grouping, interval: 'period', rows: 1 },
])

/** Declares the tests that every widget passes. */
export function widgetSuite(widget: WidgetPlugin, folder: string): void {
  test.group(`Contract | widget ${widget.key}`, () => {
    test('its view lies beside its declaration, in a folder called as it is', ({ assert }) => {
      assert.equal(basename(folder), widget.key)
      const view = widget.fits ? 'WidgetView.vue' : 'board.ts'
      assert.isTrue(existsSync(join(folder, 'frontend', view)))
    })

    if (!widget.fits) return

    test('it fits some report, and names columns of that report in their order', ({ assert }) => {
      const answers = reports.map((report) => ({ report, keys: widget.fits!(report) }))
      assert.isTrue(answers.some(({ keys }) => keys.length > 0))
      for (const { report, keys } of answers) {
        const order = report.columns.map(({ key }) => key).filter((key) => keys.includes(key))
        assert.deepEqual([...keys], order)
      }
    })

    test('it never fits a report without columns, nor moments and texts', ({ assert }) => {
      for (const report of reports.filter((one) => one.columns.length < 2)) {
        assert.deepEqual([...widget.fits!(report)], [])
      }
    })

    test('the same report gives the same answer, and is not changed by being asked', ({
      assert,
    }) => {
      for (const report of reports) {
        const before = structuredClone(report)
        assert.deepEqual(widget.fits!(report), widget.fits!(report))
        assert.deepEqual(report, before)
      }
    })
  })
}
