import { test } from '@japa/runner'
import { problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue"'

test.group('Plugins | report types', () => {
  const wrong: [title: string, change: (source: Loose) => void, sentence: string][] = [
    [
      'the subject is a field of every event',
      ({ report }) => {
        report.subject = 'agent'
        report.breakdown = 'queue'
      },
      'the subject "agent" is no field of the event "state".',
    ],
    [
      'the subject is an object',
      ({ report, call }) => {
        report.subject = 'wait'
        report.events = { call }
      },
      'the subject "wait" must be of type object, and in "call" it is seconds.',
    ],
    [
      'the subject is the same kind of object everywhere',
      ({ state }) => (state.fields.queue.objectType = 'agent'),
      'the subject "queue" has different object types in its events.',
    ],
    [
      'the breakdown is a field of an event',
      ({ report }) => (report.breakdown = 'reason'),
      'the breakdown "reason" is no field of its events.',
    ],
    [
      'the breakdown is not the subject',
      ({ report }) => (report.breakdown = 'queue'),
      'the breakdown is the subject itself.',
    ],
    [
      'a condition is asked of an event of the report',
      ({ report }) => (report.where = { session: { field: 'night', is: true } }),
      '"where" names "session", which is none of its events: "call", "state".',
    ],
    [
      'a condition of the report knows no limits',
      ({ report }) => (report.where = { call: { field: 'wait', from: 'from' } }),
      `the condition of "wait": 'from' is the edge of a limit or band, but this is not repeated per limit or band.`,
    ],
    [
      'the specification shows fields of the first event',
      ({ report }) => (report.specification = ['queue', 'seconds']),
      'the specification shows "seconds", which is no field of its first event "call".',
    ],
    [
      'overlapping spans are united by fields of an event that lasts',
      ({ report }) => (report.unitedBy = { call: ['agent'] }),
      'event "call": "unitedBy" is said of events that last, so the event needs "spans".',
    ],
    [
      'overlapping spans are united by fields that there are',
      ({ report }) => (report.unitedBy = { state: ['queue', 'mood'] }),
      'event "state": unitedBy names "mood", which is no field. There are: "queue", "seconds".',
    ],
    [
      'spans are read from fields that are seconds',
      ({ report }) => (report.spans = { call: { seconds: 'wait', after: 'began' } }),
      '"spans" of "call" names "began", which is no field of type seconds.',
    ],
    [
      'limits rise',
      ({ report }) => (report.parameters.limits.default = [40, 20]),
      'the default of the parameter "limits" must rise from one number to the next.',
    ],
    [
      'its events are among those of the source',
      ({ plugin }) => plugin.events.pop(),
      'its event "state" is not among the source\'s events: "call".',
    ],
    [
      'its events are the very ones of the source',
      ({ report, state }) => (report.events.state = structuredClone(state)),
      'its event "state" is another than the one in the source\'s events.',
    ],
  ]
  for (const [title, change, sentence] of wrong) {
    test(title, ({ assert }) => {
      assert.deepEqual(problemsAfter(change), [`${at}: ${sentence}`])
    })
  }

  test('a report reads at least one event', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ report }) => (report.events = {})),
      [`${at}: it reads no event.`]
    )
  })
})
