import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import { spreadFigure } from '../frontend/shape.js'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})
const words = { word: (key: string) => key }

const tools = { ...words, format: (value: unknown) => `${value}s` }

test.group('Spread analysis', () => {
  test('marks mean, median and ninth decile where they are among the bins', ({ assert }) => {
    const { picture, table } = spreadFigure(
      column('wait', { unit: 'seconds' }),
      {
        count: 10,
        mean: 7.5,
        median: 5,
        p90: 15,
        lowest: 0,
        highest: 19,
        bins: [
          { from: 0, to: 10, count: 8 },
          { from: 10, to: 20, count: 2 },
        ],
      },
      tools
    )
    // The middle of the first bin is place 0, and its end place 0.5.
    assert.deepEqual(picture.marks, [
      { at: 0, label: 'median 5s' },
      { at: 0.25, label: 'mean 7.5s' },
      { at: 1, label: 'p90 15s' },
    ])
    assert.deepEqual(table.rows, [
      { from: 0, to: 9, calls: 8, share: 80 },
      { from: 10, to: 19, calls: 2, share: 20 },
    ])
  })

  test('of nothing there is an empty picture', ({ assert }) => {
    const nothing = { mean: null, median: null, p90: null, lowest: null, highest: null }
    const figure = spreadFigure(column('wait'), { count: 0, ...nothing, bins: [] }, tools)
    assert.deepEqual([figure.picture.marks, figure.table.rows], [[], []])
  })
})
