import { test } from '@japa/runner'
import { column, problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", column "asked"'

const problemsOf = (
  per: Loose | undefined,
  label = 'Asked {value}',
  value: Loose = { count: 'events' }
) =>
  problemsAfter(({ columns }) => {
    columns.asked = { ...column(label, 'count', value), per }
  })

test.group('Plugins | repeated columns', () => {
  test('they are repeated by a parameter that there is', ({ assert }) => {
    assert.deepEqual(problemsOf({ limits: 'times' }, 'Asked {limit}'), [
      `${at}: it is repeated per "times", which is no parameter. There are: "limits".`,
    ])
  })

  test('they are repeated by a field of their event', ({ assert }) => {
    assert.deepEqual(problemsOf({ field: 'reason' }), [
      `${at}: it is repeated per field "reason", which the event "call" lacks.`,
    ])
  })

  test('nobody’s number becomes a column', ({ assert }) => {
    assert.deepEqual(problemsOf({ field: 'caller' }), [
      `${at}: "caller" is personal, so its values cannot be columns.`,
    ])
  })

  test('what differs in every call becomes no columns', ({ assert }) => {
    assert.deepEqual(problemsOf({ field: 'wait' }), [
      `${at}: the values of a field of type seconds cannot be columns.`,
    ])
  })

  test('their labels say which they are', ({ assert }) => {
    assert.deepEqual(problemsOf({ bands: 'limits' }, 'Answered from {from}'), [
      `${at}: it is repeated, so its label must hold {to}.`,
    ])
  })

  test('a label holds nothing that is not put in', ({ assert }) => {
    assert.deepEqual(problemsOf(undefined, 'Answered within {limit}'), [
      `${at}: nothing is put in for the {limit} of its label.`,
    ])
  })

  test('they meet only columns repeated the same way', ({ assert }) => {
    assert.deepEqual(problemsOf(undefined, 'Asked', { minus: ['answered', 'within'] }), [
      `${at}: it builds on "within", which is repeated, so it must be repeated the same way.`,
    ])
    assert.deepEqual(
      problemsOf({ limits: 'limits' }, 'Later than {limit}', { minus: ['answered', 'within'] }),
      []
    )
  })
})
