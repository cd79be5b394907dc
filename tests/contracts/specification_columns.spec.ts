import { test } from '@japa/runner'
import { shownColumns } from '#core/contracts/exporting/shown_columns'
import { registry } from '#core/plugins/registry'
import { reportWords } from '#core/reports/document/report_words'
import { specificationColumns } from '#core/reports/document/specification_rows'
import { callColumns } from '#core/reports/feed/call_columns'
import type { PreparedReport } from '#core/reports/prepare_report'
import { readColumns } from '../../frontend/specification/call_columns.js'

/** The fields that columns are of, beside the moment: a name or label is of the field that it stands for. */
function fieldsOf(
  shown: readonly { key: string }[],
  columns: readonly { key: string; readAs?: string }[],
  call: string | undefined
) {
  return shown.slice(1).map(({ key }) => {
    const field = columns.find(({ readAs }) => readAs === key)?.key ?? key
    return field === 'call' && call ? call : field
  })
}

test.group('Contract | the call specification of every report type', () => {
  const types = registry()
    .reportTypes()
    .map(({ source, type }) => {
      const words = reportWords(source, 'sv')
      const [name, event] = Object.entries(type.events)[0]!
      const { call } = event
      const joined = call && !type.specification.includes(call) ? [call] : []
      const fields = [...type.specification, ...joined]
      const columns = specificationColumns({ type, words } as PreparedReport, name, fields)
      return { type, words, call, joined, columns }
    })

  test('shows on screen each declared field once, in the declared order', ({ assert }) => {
    assert.isAbove(types.length, 30)
    for (const { type, columns, call } of types) {
      const shown = readColumns(columns)
      assert.deepEqual(fieldsOf(shown, columns, call), [...type.specification], type.key)
    }
  })

  test('has each declared field once in files, and for programs its key and each moment’s UTC as well', ({
    assert,
  }) => {
    for (const { type, columns, call, joined } of types) {
      const forPeople = shownColumns(columns, { audience: 'person' })
      const wanted = [...type.specification, ...joined]
      assert.deepEqual(fieldsOf(forPeople, columns, call), wanted, type.key)
      const forPrograms = shownColumns(columns, { audience: 'machine' }).map(({ key }) => key)
      const moments = columns.filter(({ unit }) => unit === 'time').map(({ key }) => `${key}Utc`)
      assert.sameMembers(forPrograms, [...columns.map(({ key }) => key), ...moments], type.key)
      assert.equal(forPrograms.indexOf('atUtc'), forPrograms.indexOf('at') + 1, type.key)
    }
  })

  test('has each declared field in feeds', ({ assert }) => {
    for (const { type, words, call } of types) {
      const keys = callColumns({ type, words }).map(({ key }) => key)
      const wanted = type.specification.map((field) => (field === call ? 'call' : field))
      assert.includeMembers(keys, wanted, type.key)
    }
  })
})
