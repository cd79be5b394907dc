import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { MOST, objectFigure, weekdayFigure } from '../frontend/shape.js'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})
const words = { word: (key: string) => key }

const calls = column('calls')
const row = (interval: string, value: number | null, more: Row = {}) => ({
  interval,
  intervalLabel: `${interval}–`,
  calls: value,
  ...more,
})

test.group('Colour map', () => {
  test('has a line for each weekday and a place for each time, in picture and table', ({
    assert,
  }) => {
    const day = (label: string, ...values: number[]) => ({
      label,
      columns: [calls],
      total: null,
      rows: [row('08:00', values[0]), row('09:00', values[1])],
    })
    const { picture, table } = weekdayFigure(
      calls,
      [day('Monday', 1, 2), day('Friday', 3, 4)],
      words
    )
    assert.deepEqual(picture.categories, ['08:00–', '09:00–'])
    assert.deepEqual(
      picture.series.map(({ label, values }) => [label, ...values]),
      [
        ['Monday', 1, 2],
        ['Friday', 3, 4],
      ]
    )
    assert.deepEqual(table.rows[0], { time: '08:00–', d0: 1, d1: 3 })
  })

  test('objects come from the highest, a time without calls is empty, and the table has those without room', ({
    assert,
  }) => {
    const rows = Array.from({ length: MOST + 5 }, (_, index) =>
      row(index % 2 ? '08:00' : '09:00', index, {
        object: `o${index}`,
        objectName: `Object ${index}`,
      })
    )
    const { picture, table, left } = objectFigure(
      calls,
      { columns: [calls], total: null, rows },
      words
    )
    assert.equal(left, 5)
    assert.lengthOf(picture.series, MOST)
    assert.equal(picture.series[0].label, `Object ${MOST + 4}`)
    assert.isTrue(picture.series[0].values.includes(null))
    assert.lengthOf(table.rows, MOST + 5)
  })
})
