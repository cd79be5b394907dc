import { test } from '@japa/runner'
import type { ReportChart, ReportColumn, Unit } from '../../../frontend/api/report_type.js'
import { planCharts } from '../../../frontend/visualisations/chart_series.js'

const column = (key: string, unit: Unit = 'count'): ReportColumn => ({
  key,
  label: key,
  description: '',
  unit,
  consistsOf: [],
})
const row = (values: Record<string, number | null>) => ({
  interval: '07:00',
  intervalLabel: '07:00–07:30',
  ...values,
})
const drawn = (charts: ReportChart[], columns: ReportColumn[], rows = [row({})]) =>
  planCharts(charts, columns, rows, 'Others').map(({ series }) =>
    series.map(({ label, drawn: as }) => `${label} ${as}`)
  )

test.group('The pictures of a report', () => {
  const outcomes: ReportChart = { kind: 'stack', columns: ['answered', 'abandoned'], line: 'wait' }
  const columns = [column('answered'), column('abandoned'), column('wait', 'seconds')]

  test('a declared chart is drawn with its line', ({ assert }) => {
    assert.deepEqual(drawn([outcomes], columns), [['answered bar', 'abandoned bar', 'wait line']])
  })

  test('a chart most of whose columns are not in the report is left out', ({ assert }) => {
    const other: ReportChart = { kind: 'bars', columns: ['a', 'b', 'answered'] }
    assert.lengthOf(drawn([outcomes, other], columns), 1)
  })

  test('a series that is nothing all along is left out', ({ assert }) => {
    const rows = [row({ answered: 3, abandoned: 0, wait: 4 })]
    assert.deepEqual(drawn([outcomes], columns, rows), [['answered bar', 'wait line']])
  })

  test('a report without a fitting chart is drawn all the same', ({ assert }) => {
    assert.deepEqual(drawn([], columns), [['answered bar', 'abandoned bar', 'wait line']])
  })

  test('beyond ten, the rest stands on the others as one', ({ assert }) => {
    const people = Array.from({ length: 14 }, (_, index) => column(`by_${index}`))
    const values = Object.fromEntries(people.map(({ key }) => [key, 2]))
    const [plan] = planCharts([{ kind: 'stack', columns: ['by'] }], people, [row(values)], 'Others')
    assert.lengthOf(plan?.series ?? [], 10)
    assert.equal(plan?.series[9]?.label, 'Others')
    assert.equal(plan?.series[9]?.value(row(values)), 10)
  })
})
