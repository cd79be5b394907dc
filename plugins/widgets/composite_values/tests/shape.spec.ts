import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import { rowsFigure, totalFigure } from '../frontend/shape.js'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})
const words = { word: (key: string) => key }

const whole = column('incoming')
const parts = [column('lost'), column('answered'), column('closed')]
const report = {
  columns: [whole, ...parts],
  total: { incoming: 10, lost: 3, answered: 7, closed: 0 },
  rows: [
    {
      interval: '08:00',
      intervalLabel: '08:00–08:30',
      incoming: 4,
      lost: 1,
      answered: 3,
      closed: 0,
    },
    {
      interval: '08:30',
      intervalLabel: '08:30–09:00',
      incoming: 6,
      lost: 2,
      answered: 4,
      closed: 0,
    },
  ],
}

test.group('Composite values', () => {
  test('a value is divided into its parts, the largest first, with their shares of it', ({
    assert,
  }) => {
    const { picture, table } = totalFigure(whole, parts, report, words)
    assert.deepEqual(picture.categories, ['answered', 'lost', 'closed'])
    assert.deepEqual(
      table.rows.map(({ part, value, share }) => [part, value, share]),
      [
        ['answered', 7, 70],
        ['lost', 3, 30],
        ['closed', 0, 0],
      ]
    )
  })

  test('row by row the parts stand on each other, without those that are nothing everywhere', ({
    assert,
  }) => {
    const { picture, table } = rowsFigure(whole, parts, report, words, true)
    assert.isTrue(picture.stacked)
    assert.deepEqual(
      picture.series.map(({ label, values }) => [label, ...values]),
      [
        ['lost', 1, 2],
        ['answered', 3, 4],
      ]
    )
    assert.deepEqual(table.rows[1], { row: '08:30–09:00', lost: 2, answered: 4 })
  })
})
