import { test } from '@japa/runner'
import { problemsAfter } from '#tests/unit/plugins/a_source'

test.group('Plugins | events', () => {
  test('a field can only hold objects of a type that there is', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ call }) => (call.fields.agent.objectType = ['agent', 'robot'])),
      ['Event "call", field "agent": there is no object type "robot". There are: "queue", "agent".']
    )
  })

  test('a choice needs something to choose from', ({ assert }) => {
    const problems = problemsAfter(({ state }) => {
      state.fields.reason = { type: 'choice', choices: {}, label: 'Reason' }
    })
    assert.deepEqual(problems, ['Event "state", field "reason": a choice needs choices.'])
  })

  test('the legs of a call are joined by a field that there is', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ state }) => (state.call = 'callId')),
      ['Event "state": call names "callId", which is no field. There are: "queue", "seconds".']
    )
  })

  test('how long an event lasts is told in seconds', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ call }) => (call.spans = 'began')),
      [
        'Event "call": spans says how long the event lasts, so "began" must be of type seconds, not time.',
      ]
    )
  })

  test('overlapping spans are one of somebody', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ state }) => (state.unitedBy = ['seconds'])),
      [
        'Event "state": "unitedBy" needs a field of type object: overlapping spans are one of somebody.',
      ]
    )
  })

  test('what is internal is told by a field that there is', ({ assert }) => {
    const problems = problemsAfter(({ state }) => {
      state.internal = { field: 'secret', is: true }
    })
    assert.lengthOf(problems, 1)
    assert.match(problems[0]!, /^Event "state": internal.*"secret"/)
  })

  test('people are told of fields that there are, and of nothing personal', ({ assert }) => {
    const problems = problemsAfter(({ state }) => {
      state.fields.from = { type: 'phone', label: 'From', personal: true }
      state.notify = { person: 'seconds', subject: 'Call of {who}', text: '{from}' }
    })
    assert.deepEqual(
      problems.filter((problem) => !problem.includes('locales/')),
      [
        'Event "state": notify.person: "seconds" must be of type object or text, not seconds.',
        'Event "state": notify, {who}: there is no field "who". There are: "queue", "seconds", "from".',
        'Event "state": notify, {from}: "from" must be of type text or number or choice or object, not phone.',
        'Event "state": notify: "from" is personal, and what people are told travels openly.',
      ]
    )
  })

  test('an event happens at an object', ({ assert }) => {
    const problems = problemsAfter(({ plugin }) => {
      plugin.events.push({ key: 'tick', label: 'Tick', fields: {} })
    })
    assert.deepEqual(problems, [
      'Event "tick" has no field of type object: statistics are kept about objects.',
    ])
  })

  test('the example of an identifier matches its pattern', ({ assert }) => {
    const problems = problemsAfter(({ plugin }) => {
      plugin.objectTypes.agent.identifier = { label: 'Number', pattern: '\\d+', example: 'anna' }
    })
    assert.deepEqual(problems, [
      'Object type "agent": the example "anna" does not match the pattern "\\d+".',
    ])
  })

  test('the pattern of an identifier can be read', ({ assert }) => {
    const problems = problemsAfter(({ plugin }) => {
      plugin.objectTypes.agent.identifier = { label: 'Number', pattern: '(', example: '1' }
    })
    assert.deepEqual(problems, ['Object type "agent": the pattern "(" is no regular expression.'])
  })
})
