import { test } from '@japa/runner'
import type { SpecificationField } from '../../../frontend/api/report_type.js'
import { emptyFilters, toFilters } from '../../../frontend/specification/filter_draft.js'
import { localMoment } from '../../../frontend/specification/format_call.js'
import { readColumns } from '../../../frontend/specification/call_columns.js'

const field = (name: string, type: SpecificationField['type']): SpecificationField => ({
  field: name,
  label: name,
  description: '',
  type,
  personal: false,
  sortable: false,
  choices: null,
})
const fields = [
  field('queue', 'object'),
  field('outcome', 'choice'),
  field('internal', 'flag'),
  field('wait', 'seconds'),
  field('began', 'time'),
]

test.group('Filters of the call specification', () => {
  test('ask for nothing until something is typed', ({ assert }) => {
    assert.deepEqual(toFilters(fields, emptyFilters(fields)), {})
  })

  test('ask for parts of texts, choices, yes or no, and numbers between edges', ({ assert }) => {
    const draft = emptyFilters(fields)
    draft.queue!.text = ' sup '
    draft.outcome!.chosen = ['abandoned', 'timedOut']
    draft.internal!.flag = 'no'
    draft.wait!.from = '0'
    draft.wait!.to = ' 20 '
    assert.deepEqual(toFilters(fields, draft), {
      queue: { contains: 'sup' },
      outcome: { is: ['abandoned', 'timedOut'] },
      internal: { is: false },
      wait: { from: 0, to: 20 },
    })
  })

  test('an edge that is no number asks for nothing', ({ assert }) => {
    const draft = emptyFilters(fields)
    draft.wait!.from = 'long'
    draft.wait!.to = '9'
    assert.deepEqual(toFilters(fields, draft), { wait: { to: 9 } })
  })
})

test.group('A line of the call specification', () => {
  test('tells a moment by the clock where it was', ({ assert }) => {
    assert.equal(localMoment('2026-01-05T08:33:20.250+01:00'), '2026-01-05 08:33:20')
  })

  test('shows the name of what has one, and not what joins the legs', ({ assert }) => {
    const columns = [
      { key: 'at' },
      { key: 'queue', readAs: 'queueName' },
      { key: 'queueName' },
      { key: 'outcome', readAs: 'outcomeLabel' },
      { key: 'outcomeLabel' },
      { key: 'caller' },
      { key: 'callerName' },
      { key: 'wait' },
      { key: 'call', joining: true },
    ]
    const shown: { key: string }[] = readColumns(columns)
    assert.deepEqual(
      shown.map(({ key }) => key),
      ['at', 'queueName', 'outcomeLabel', 'caller', 'callerName', 'wait']
    )
  })
})
