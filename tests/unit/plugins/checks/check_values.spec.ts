import { test } from '@japa/runner'
import { column, problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", column "asked"'
const fields =
  '"queue", "agent", "callId", "caller", "outcome", "wait", "attempts", "cost", "began", "night"'

const problemsOf = (value: Loose, more: Loose = {}) =>
  problemsAfter(({ columns }) => {
    columns.asked = { ...column('Asked', 'count', value), ...more }
  })

test.group('Plugins | values of columns', () => {
  const wrong: [title: string, value: Loose, sentence: string, more?: Loose][] = [
    [
      'two words',
      { sum: 'wait', mean: 'wait' },
      `${at}: a value is one word, this one has 2: "sum", "mean".`,
    ],
    [
      'no word',
      { total: 'wait' },
      `${at}: a value is one of the words "count", "open", "sum", "mean", "longest", "first", "last", "distinct", "percentile", "length", "plus", "minus", "percent", "ratio", "serviceLevel".`,
    ],
    [
      'something beside its word',
      { percent: ['answered', 'incoming'], where: { field: 'night', is: true } },
      `${at}: a value of "percent" knows no "where".`,
    ],
    [
      'the sum of a text',
      { sum: 'callId' },
      `${at}: "sum" asks for a field of type seconds, number, decimal, and "callId" is text.`,
    ],
    [
      'a field that the event lacks',
      { mean: 'talk' },
      `${at}: "mean" asks for the field "talk", which the event "call" lacks. It has: ${fields}.`,
    ],
    [
      'a field that another event has',
      { sum: 'wait' },
      `${at}: "sum" asks for the field "wait", which the event "state" lacks. It has: "queue", "seconds".`,
      { of: 'state' },
    ],
    [
      'an event that the report does not read',
      { count: 'events' },
      `${at}: the report has no event "session". It has: "call", "state".`,
      { of: 'session' },
    ],
    [
      'a count of something else',
      { count: 'calls' },
      `${at}: "count" is always said as { count: 'events' }.`,
    ],
    [
      'open calls of an event that does not last',
      { open: 'events' },
      `${at}: "open" counts spans that last, and the event "call" has no "spans".`,
    ],
    [
      'a percentile without a share',
      { percentile: 'wait' },
      `${at}: "percentile" needs "at", above 0 and at most 100.`,
    ],
    [
      'a column that there is not',
      { plus: ['answered', 'closed'] },
      `${at}: "plus" builds on "closed", which is no column of platform.queue.`,
    ],
    [
      'a difference of three',
      { minus: ['incoming', 'answered', 'abandoned'] },
      `${at}: "minus" needs a list of two columns.`,
    ],
    [
      'a ratio times nothing',
      { ratio: ['answered', 'incoming'], times: 0 },
      `${at}: "times" must be a number above 0.`,
    ],
    [
      'a service level without its outcomes',
      { serviceLevel: { wait: 'wait' } },
      `${at}: "serviceLevel" needs wait, answered and abandoned, may have other, and knows nothing else.`,
    ],
    [
      'a service level without a limit',
      {
        serviceLevel: {
          wait: 'wait',
          answered: { field: 'outcome', is: 'answered' },
          abandoned: { field: 'outcome', is: 'abandoned' },
        },
      },
      `${at}: a service level is measured at a limit, so it needs per: { limits }.`,
    ],
  ]
  for (const [title, value, sentence, more] of wrong) {
    test(`a value with ${title}`, ({ assert }) => {
      assert.deepEqual(problemsOf(value, more), [sentence])
    })
  }
})
