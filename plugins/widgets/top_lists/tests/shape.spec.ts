import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { topFigure } from '../frontend/shape.js'

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
const rows: Row[] = [
  { objectName: 'Support', calls: 4 },
  { objectName: 'Sales', calls: 9 },
  { objectName: 'Empty', calls: null },
  { groupName: 'North', objectName: 'Desk', calls: 4 },
]
const report = { columns: [calls], total: null, rows }
const ranked = (most: number, descending: boolean) =>
  topFigure(calls, report, { most, descending }, words).table.rows.map(
    ({ rank, name, calls: value }) => [rank, name, value]
  )

test.group('Top lists', () => {
  test('go from the highest to the lowest; equals share a place, and what has no value has none', ({
    assert,
  }) => {
    assert.deepEqual(ranked(10, true), [
      [1, 'Sales', 9],
      [2, 'North – Desk', 4],
      [2, 'Support', 4],
    ])
  })

  test('or from the lowest, and no more than are asked for', ({ assert }) => {
    assert.deepEqual(ranked(2, false), [
      [1, 'North – Desk', 4],
      [1, 'Support', 4],
    ])
  })
})
