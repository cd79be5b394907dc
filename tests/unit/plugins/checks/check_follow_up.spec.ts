import { test } from '@japa/runner'
import { problemsAfter } from '#tests/unit/plugins/a_source'

const at = 'Report "platform.queue", followUp'

test.group('Plugins | who was missed and not reached', () => {
  test('the party is a field of an event', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ report }) => (report.followUp.party = 'number')),
      [`${at}: the party "number" is no field of its events.`]
    )
  })

  test('the party is somebody', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ report }) => (report.followUp.party = 'wait')),
      [`${at}: the party "wait" must be of type phone, text or object, not seconds.`]
    )
  })

  test('an event with the party can say who was missed', ({ assert }) => {
    const problems = problemsAfter(({ report }) => {
      report.followUp.missed = { field: 'outcome', is: 'lost' }
    })
    assert.deepEqual(problems, [
      `${at}: the condition of "outcome": "lost" is none of its choices. They are: "answered", "abandoned".`,
    ])
  })
})
