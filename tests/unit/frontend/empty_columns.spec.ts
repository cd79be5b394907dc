import { test } from '@japa/runner'
import type { ReportDocument } from '../../../frontend/api/report.js'
import { emptyColumns } from '../../../frontend/reports/empty_columns.js'

/** A table of so many columns, of which these hold something in its one row. */
const table = (width: number, filled: Record<string, number | null>, total = filled) => {
  const keys = Array.from({ length: width }, (_, at) => `c${at}`)
  const valuesOf = (values: Record<string, number | null>) =>
    Object.fromEntries(keys.map((key) => [key, values[key] ?? (key === 'c1' ? null : 0)]))
  return {
    columns: keys.map((key) => ({ key })),
    rows: [{ interval: '', intervalLabel: '', ...valuesOf(filled) }],
    total: valuesOf(total),
  } as unknown as ReportDocument
}

test.group('Columns that are empty throughout', () => {
  test('they are those of a wide table without a value anywhere, nought being none', ({
    assert,
  }) => {
    const found = emptyColumns(table(13, { c0: 4, c2: 1 }, { c0: 4, c2: 1, c3: 7 }))
    assert.deepEqual([...found], ['c1', 'c4', 'c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11', 'c12'])
  })

  test('a table with few columns keeps them, and so does one without any value', ({ assert }) => {
    assert.equal(emptyColumns(table(12, { c0: 4 })).size, 0)
    assert.equal(emptyColumns(table(40, {})).size, 0)
  })
})
