import { test } from '@japa/runner'
import { column, problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", column "asked"'

/** What is said of a column that counts the calls of which a condition is true. */
const problemsOf = (where: unknown, per?: Loose) =>
  problemsAfter(({ columns }) => {
    const label = per?.limits ? 'Asked {limit}' : 'Asked'
    columns.asked = { ...column(label, 'count', { count: 'events', where }), ...(per && { per }) }
  })

test.group('Plugins | conditions', () => {
  const wrong: [title: string, condition: unknown, sentence: string][] = [
    [
      'a field that the event lacks',
      { field: 'outcom', is: 'answered' },
      `${at}: a condition asks for the field "outcom", which the event "call" lacks. It has: "queue", "agent", "callId", "caller", "outcome", "wait", "attempts", "cost", "began", "night".`,
    ],
    [
      'a choice that there is not',
      { field: 'outcome', is: ['answered', 'lost'] },
      `${at}: the condition of "outcome": "lost" is none of its choices. They are: "answered", "abandoned".`,
    ],
    [
      'a value of another type',
      { field: 'night', is: 'yes' },
      `${at}: the condition of "night": "yes" is no value of the type flag.`,
    ],
    ['no value', { field: 'outcome', is: [] }, `${at}: the condition of "outcome" needs a value.`],
    [
      'a stretch of something that is not measured',
      { field: 'outcome', from: 1 },
      `${at}: the condition of "outcome": "from" and "to" ask for a field of type seconds, number or decimal, not choice.`,
    ],
    [
      'a stretch that ends before it begins',
      { field: 'wait', from: 20, to: 10 },
      `${at}: the condition of "wait": it begins at 20, after its end at 10.`,
    ],
    [
      'a bound that is neither number nor edge',
      { field: 'wait', to: 'limit' },
      `${at}: the condition of "wait": a bound is a number, or the 'from' or 'to' of a repeated column.`,
    ],
    [
      'an edge where nothing is repeated',
      { field: 'wait', to: 'to' },
      `${at}: the condition of "wait": 'to' is the edge of a limit or band, but this is not repeated per limit or band.`,
    ],
    [
      'a part of a number',
      { field: 'attempts', contains: '1' },
      `${at}: the condition of "attempts": "contains" asks for a field of type text, phone or object, not number.`,
    ],
    [
      'an empty part',
      { field: 'caller', contains: '' },
      `${at}: the condition of "caller": "contains" needs a text.`,
    ],
    [
      'two things at once',
      { field: 'wait', is: 1, to: 20 },
      `${at}: a condition says one thing, this one says: "field", "is", "to".`,
    ],
    ['nothing', { field: 'wait' }, `${at}: a condition says one thing, this one says: "field".`],
    [
      'a word that there is not',
      { field: 'outcome', equals: 'answered' },
      `${at}: a condition knows no "equals". Its words are: "is", "from", "to", "contains", "not", "every", "some".`,
    ],
    ['an empty list', { every: [] }, `${at}: "every" needs a list of conditions.`],
    [
      'something wrong deep inside',
      { not: { some: [{ field: 'night', is: true }, 'night'] } },
      `${at}: a condition must be an object.`,
    ],
  ]
  for (const [title, condition, sentence] of wrong) {
    test(`a condition that asks for ${title}`, ({ assert }) => {
      assert.deepEqual(problemsOf(condition), [sentence])
    })
  }

  test('the edge of a limit is compared with seconds', ({ assert }) => {
    const problems = problemsOf({ field: 'attempts', to: 'to' }, { limits: 'limits' })
    assert.deepEqual(problems, [
      `${at}: the condition of "attempts": limits and bands are seconds, so the field must be of type seconds, not number.`,
    ])
  })

  test('null can be asked of any field', ({ assert }) => {
    assert.deepEqual(problemsOf({ not: { field: 'began', is: null } }), [])
  })
})
