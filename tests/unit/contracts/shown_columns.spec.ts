import { test } from '@japa/runner'
import { shownColumns } from '#core/contracts/exporting/shown_columns'
import { cellValue } from '#core/contracts/exporting/utc_columns'
import type { ColumnInfo } from '#core/contracts/report_document'

const column = (key: string, label: string, unit: ColumnInfo['unit'] = 'text'): ColumnInfo => ({
  key,
  label,
  description: '',
  unit,
  consistsOf: [],
})
const columns = [
  column('interval', 'Datum'),
  column('intervalLabel', 'Datum'),
  column('object', 'Nummer', 'phone'),
  column('objectName', 'Kö'),
  column('answered', 'Besvarade', 'count'),
  { ...column('outcome', 'Utfall'), readAs: 'outcomeLabel' },
  column('outcomeLabel', 'Utfall'),
  column('caller', 'Från', 'phone'),
  column('callerName', 'Uppringarens namn'),
  column('at', 'Tid', 'time'),
]
const keys = (audience: 'person' | 'machine') =>
  shownColumns(columns, { audience }).map(({ key }) => key)

test.group('Columns of a file', () => {
  test('a person reads names instead of keys, and an identifier after the name', ({ assert }) => {
    assert.deepEqual(keys('person').slice(0, 5), [
      'intervalLabel',
      'objectName',
      'object',
      'answered',
      'outcomeLabel',
    ])
  })

  test("a caller's number stays beside the caller's name", ({ assert }) => {
    assert.includeMembers(keys('person'), ['caller', 'callerName'])
  })

  test('a machine is given every column, and after each moment the same in UTC', ({ assert }) => {
    const shown = shownColumns(columns, { audience: 'machine' })
    assert.lengthOf(shown, columns.length + 1)
    assert.deepEqual(
      shown.slice(-2).map((one) => cellValue({ at: '2026-07-05T08:00:00+02:00' }, one)),
      ['2026-07-05T08:00:00+02:00', '2026-07-05T06:00:00Z']
    )
    assert.isNull(cellValue({ at: null }, shown.at(-1)!))
  })
})
