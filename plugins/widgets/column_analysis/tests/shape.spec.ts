import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import { columnFigure } from '../frontend/shape.js'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})

test.group('Column analysis', () => {
  test('a column is drawn alone over the rows of the report, percents over time as a line', ({
    assert,
  }) => {
    const level = column('level', { unit: 'percent' })
    const rows = [
      { interval: '1', intervalLabel: 'Monday', level: 80 },
      { interval: '2', intervalLabel: 'Tuesday', level: null },
    ]
    const report = { columns: [level], total: null, rows }
    const { picture, table } = columnFigure(level, report, 'Row', true)
    assert.equal(picture.kind, 'lines')
    assert.deepEqual(picture.series[0].values, [80, null])
    assert.deepEqual(table.rows, [
      { row: 'Monday', level: 80 },
      { row: 'Tuesday', level: null },
    ])
    assert.equal(columnFigure(level, report, 'Row', false).picture.kind, 'columns')
  })
})
