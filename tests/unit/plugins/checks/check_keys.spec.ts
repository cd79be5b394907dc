import { test } from '@japa/runner'
import { column, problemsAfter } from '#tests/unit/plugins/a_source'

test.group('Plugins | keys', () => {
  test('a source is called in lower case', ({ assert }) => {
    const problems = problemsAfter(({ plugin, report }) => {
      plugin.key = 'My-Platform'
      report.key = 'My-Platform.queue'
    })
    assert.deepEqual(problems, [
      'The key "My-Platform" must be lower case letters, digits and _, such as "my_platform".',
    ])
  })

  test('a report is called after its source', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ report }) => (report.key = 'queue')),
      [
        'Report "queue": the key must be "platform." and a name in camelCase, such as "platform.queue".',
      ]
    )
  })

  test('a column is called in camelCase', ({ assert }) => {
    const problems = problemsAfter(({ columns }) => {
      columns.within_20 = column('Within', 'count', { count: 'events' })
    })
    assert.deepEqual(problems, [
      'Report "platform.queue", column "within_20": a key is letters and digits in camelCase, such as "talkTime".',
    ])
  })

  test('a field of an event is called in camelCase', ({ assert }) => {
    const problems = problemsAfter(({ state }) => {
      state.fields['pause reason'] = { type: 'text', label: 'Reason' }
    })
    assert.deepEqual(problems, [
      'Event "state", field "pause reason": a key is letters and digits in camelCase, such as "talkTime".',
    ])
  })

  test('a column cannot be called as what rows say of themselves', ({ assert }) => {
    const problems = problemsAfter(({ columns }) => {
      columns.group = column('Group', 'count', { count: 'events' })
    })
    assert.deepEqual(problems, [
      'Report "platform.queue": no column can be called "group". Rows have these keys already: "interval", "intervalLabel", "group", "groupName", "object", "objectName", "part", "partName".',
    ])
  })

  test('an event cannot be declared twice', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ plugin, call }) => plugin.events.push(call)),
      ['There are several events "call".']
    )
  })

  test('a report cannot be declared twice', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ plugin, report }) => plugin.reportTypes.push(report)),
      ['There are several reports "platform.queue".']
    )
  })

  test('a field cannot be called as what call specifications add', ({ assert }) => {
    const text = { type: 'text', label: 'Text' }
    const problems = problemsAfter(({ call }) => {
      Object.assign(call.fields, { at: text, call: text, queueName: text, outcomeLabel: text })
    })
    assert.deepEqual(problems, [
      'Event "call": no field can be called "at", for so is the moment of each event.',
      'Event "call": no field can be called "call", for so is "callId", which joins the legs of a call.',
      'Event "call": no field can be called "queueName", for so is the name of "queue".',
      'Event "call": no field can be called "outcomeLabel", for so is the label of "outcome".',
    ])
  })
})
