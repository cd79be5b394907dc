import { test } from '@japa/runner'
import type { ColumnInfo } from '#core/contracts/report_document'
import { familiesOf, familyFigure } from '../frontend/shape.js'

const column = (key: string, more: Partial<ColumnInfo> = {}): ColumnInfo => ({
  key,
  label: key,
  description: '',
  unit: 'count',
  consistsOf: [],
  ...more,
})
const words = { word: (key: string) => key }

const repeated = (name: string, value: string, label: string) =>
  column(`${name}_${value}`, {
    label: `Answered by ${label}`,
    repeated: { column: name, value, label },
  })
const columns = [
  column('all'),
  repeated('by', 'anna', 'Anna Hansson'),
  repeated('by', 'other', 'Other'),
]

test.group('Dynamic columns', () => {
  test('columns repeated for the same field are a family, called by what they share', ({
    assert,
  }) => {
    const [family, ...more] = familiesOf(columns)
    assert.deepEqual([family.label, family.columns.length, more.length], ['Answered by …', 2, 0])
  })

  test('each group or object shows its values on each other', ({ assert }) => {
    const rows = [
      { objectName: 'Support', by_anna: 3, by_other: 1 },
      { objectName: 'Sales', by_anna: null, by_other: 2 },
    ]
    const [family] = familiesOf(columns)
    const { picture, table } = familyFigure(family, { columns, total: null, rows }, words)
    assert.isTrue(picture.stacked)
    assert.deepEqual(
      picture.series.map(({ label, values }) => [label, ...values]),
      [
        ['Anna Hansson', 3, null],
        ['Other', 1, 2],
      ]
    )
    assert.deepEqual(
      table.columns.map(({ label }) => label),
      ['name', 'Anna Hansson', 'Other']
    )
    assert.deepEqual(table.rows[1], { name: 'Sales', by_anna: null, by_other: 2 })
  })
})
