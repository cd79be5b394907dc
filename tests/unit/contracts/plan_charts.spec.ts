import { test } from '@japa/runner'
import { planCharts } from '#core/contracts/charts/plan_charts'
import type { PlottedColumn, PlottedRow } from '#core/contracts/charts/plotted'
import type { WantedChart } from '#core/contracts/charts/series_of_columns'

const column = (key: string, unit = 'count', more: Partial<PlottedColumn> = {}): PlottedColumn => ({
  key,
  label: key,
  unit,
  consistsOf: [],
  ...more,
})
const row = (values: PlottedRow): PlottedRow => ({
  interval: '07:00',
  intervalLabel: '07:00–07:30',
  ...values,
})
const drawn = (charts: WantedChart[], columns: PlottedColumn[], rows = [row({})]) =>
  planCharts(charts, columns, rows, 'Others').map(({ series }) =>
    series.map(({ label, drawn: as }) => `${label} ${as}`)
  )

test.group('The pictures of a report', () => {
  const outcomes: WantedChart = { kind: 'stack', columns: ['answered', 'abandoned'], line: 'wait' }
  const columns = [column('answered'), column('abandoned'), column('wait', 'seconds')]

  test('a declared chart is drawn with its line', ({ assert }) => {
    assert.deepEqual(drawn([outcomes], columns), [['answered bar', 'abandoned bar', 'wait line']])
  })

  test('a chart most of whose columns are not in the report is left out', ({ assert }) => {
    const other: WantedChart = { kind: 'bars', columns: ['a', 'b', 'answered'] }
    assert.lengthOf(drawn([outcomes, other], columns), 1)
  })

  test('a series that is nothing all along is left out', ({ assert }) => {
    const rows = [row({ answered: 3, abandoned: 0, wait: 4 })]
    assert.deepEqual(drawn([outcomes], columns, rows), [['answered bar', 'wait line']])
  })

  test('a report without a fitting chart is drawn all the same', ({ assert }) => {
    assert.deepEqual(drawn([], columns), [['answered bar', 'abandoned bar', 'wait line']])
  })

  test('of more than ten bars on each other the greatest are drawn, and the rest as one', ({
    assert,
  }) => {
    const people = Array.from({ length: 14 }, (_, index) => column(`by_${index}`))
    const values = Object.fromEntries(people.map(({ key }, index) => [key, index + 1]))
    const [plan] = planCharts([{ kind: 'stack', columns: ['by'] }], people, [row(values)], 'Others')
    assert.deepEqual(
      plan?.series.map(({ label }) => label),
      [...people.slice(5).map(({ label }) => label), 'Others']
    )
    assert.deepEqual(plan?.series[9]?.values, [1 + 2 + 3 + 4 + 5])
  })

  test('bars on each other are as high as their whole, also where parts are not among the columns', ({
    assert,
  }) => {
    const parts = ['answered', 'abandoned', 'full', 'closed']
    const whole = column('incoming', 'count', { consistsOf: [parts] })
    const rows = [row({ incoming: 10, answered: 6, abandoned: 1, wait: 4 }), row({ incoming: 0 })]
    const [plan] = planCharts([outcomes], [whole, ...columns], rows, 'Others')
    assert.deepEqual(
      plan?.series.map(({ label, values }) => [label, ...values]),
      [
        ['answered', 6, null],
        ['abandoned', 1, null],
        ['Others', 3, 0],
        ['wait', 4, null],
      ]
    )
    const one = column('incoming', 'count', {
      consistsOf: [['answered', 'abandoned', 'full']],
      partLabels: { full: 'Full' },
    })
    const [named] = planCharts([outcomes], [one, ...columns], rows, 'Others')
    assert.equal(named?.series[2]?.label, 'Full')
  })

  test('of objects at several times each column is a picture, and its series are all objects', ({
    assert,
  }) => {
    const names = Array.from({ length: 12 }, (_, index) => `q${index}`)
    const rows = ['07:00', '08:00'].flatMap((interval) =>
      names.map((object, index) => ({
        ...{ interval, intervalLabel: interval, object, objectName: object.toUpperCase() },
        ...{ answered: index, wait: index * 10 },
      }))
    )
    const [answered, abandoned, wait] = planCharts(
      [outcomes],
      [column('answered', 'count', { adds: true }), column('abandoned'), column('wait', 'seconds')],
      rows,
      'Others'
    )
    assert.isTrue(answered?.stacked)
    assert.lengthOf(answered?.rows ?? [], 2)
    assert.deepEqual(
      answered?.series.map(({ label, values }) => [label, ...values]),
      [...names.slice(3).map((name, at) => [name.toUpperCase(), at + 3, at + 3]), ['Others', 3, 3]]
    )
    assert.equal(abandoned?.label, 'abandoned')
    // Means do not add up: what is left out is said instead.
    assert.isFalse(wait?.stacked)
    assert.equal(wait?.of, 11)
    assert.isTrue(wait?.series.every(({ drawn: as }) => as === 'line'))
    const single = rows.filter(({ interval }) => interval === '07:00')
    const [beside] = planCharts([outcomes], columns, single, 'Others')
    assert.equal(beside?.along, 'rows')
  })
})
