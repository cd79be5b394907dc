import { test } from '@japa/runner'
import type { ReportColumn } from '../../../frontend/api/report_type.js'
import { partLabels } from '../../../frontend/reports/part_labels.js'
import { relatedColumns } from '../../../frontend/reports/related_columns.js'

const column = (key: string, ...consistsOf: string[][]): ReportColumn => ({
  key,
  label: key.toUpperCase(),
  description: '',
  unit: 'count',
  consistsOf,
})
const columns = [
  column('incoming', ['direct', 'viaOther'], ['answered', 'abandoned']),
  column('answered', ['by']),
  column('abandoned'),
  column('by_anna'),
  column('by_erik'),
]
const related = (key: string) => Object.fromEntries(relatedColumns(columns, key))

test.group('Related columns', () => {
  test('a whole is marked with the parts that are shown', ({ assert }) => {
    assert.deepEqual(related('incoming'), {
      incoming: 'whole',
      answered: 'part',
      abandoned: 'part',
    })
  })

  test('a part is marked with its whole and the other parts', ({ assert }) => {
    assert.deepEqual(related('abandoned'), related('incoming'))
  })

  test('a repeated part is all its repetitions', ({ assert }) => {
    assert.deepEqual(related('answered'), { answered: 'whole', by_anna: 'part', by_erik: 'part' })
  })

  test('parts that are not shown are called by their name too', ({ assert }) => {
    const declared = [{ ...column('direct'), label: 'Direct' }]
    assert.deepEqual(partLabels(['direct', 'by'], columns, declared), [
      'Direct',
      'BY_ANNA',
      'BY_ERIK',
    ])
  })
})
