import { test } from '@japa/runner'
import { eventCheck } from '#core/plugins/check_event'
import type { CollectedEvent } from '#core/contracts/collector'
import { defineEvent } from '#core/contracts/plugin'
import type { Row } from '#core/contracts/scalar'

const check = eventCheck([
  defineEvent({
    key: 'call',
    label: 'Call',
    fields: {
      queue: { label: 'Queue', type: 'object', objectType: 'queue' },
      target: { label: 'Target', type: 'object', objectType: ['user', 'queue'] },
      caller: { label: 'Caller', type: 'phone' },
      wait: { label: 'Wait', type: 'seconds' },
      price: { label: 'Price', type: 'decimal' },
      answered: { label: 'Answered', type: 'time' },
      recorded: { label: 'Recorded', type: 'flag' },
      outcome: {
        label: 'Outcome',
        type: 'choice',
        choices: { answered: 'Answered', lost: 'Lost' },
      },
    },
  }),
])

const call = (fields: Row = {}, values: Partial<CollectedEvent> = {}): CollectedEvent => ({
  event: 'call',
  key: 'a',
  at: new Date('2026-03-02T08:00:00Z'),
  fields,
  ...values,
})

test.group('The check of events', () => {
  test('an event as declared is right, also where fields are null or left out', ({ assert }) => {
    assert.isUndefined(check(call()))
    const fields = {
      queue: 'support',
      target: 'user:anna',
      caller: '+46701740605',
      wait: 12,
      price: '1.25',
      answered: '2026-03-02T09:00:00+01:00',
      recorded: false,
      outcome: null,
    }
    assert.isUndefined(check(call(fields)))
  })

  test('a part of a second is dropped', ({ assert }) => {
    const event = call({ wait: 12.9 })
    assert.isUndefined(check(event))
    assert.equal(event.fields.wait, 12)
  })

  test('{field} {reason}')
    .with([
      { field: 'colour', value: 'red', reason: 'has no field "colour"' },
      { field: 'queue', value: 7, reason: 'must be an identifier' },
      { field: 'queue', value: 'q'.repeat(192), reason: 'at most 191' },
      { field: 'target', value: 'anna', reason: 'one of the types user, queue' },
      { field: 'target', value: 'door:1', reason: 'one of the types user, queue' },
      { field: 'caller', value: 46701740605, reason: 'must be text' },
      { field: 'wait', value: '12', reason: 'must be a number' },
      { field: 'wait', value: Number.NaN, reason: 'must be a number' },
      { field: 'price', value: '1,25', reason: 'decimal' },
      { field: 'price', value: 1.25, reason: 'decimal' },
      { field: 'answered', value: '2026-03-02T09:00:00', reason: 'with offset' },
      { field: 'answered', value: '2026-13-02T09:00:00Z', reason: 'with offset' },
      { field: 'recorded', value: 1, reason: 'true or false' },
      { field: 'outcome', value: 'vanished', reason: 'one of answered, lost' },
    ])
    .run(({ assert }, { field, value, reason }) => {
      assert.include(check(call({ [field]: value })), reason)
    })

  test('what is no event of the source is told with the events there are', ({ assert }) => {
    const reason = check(call({}, { event: 'chat' }))
    assert.equal(reason, 'There is no event "chat". There are: call.')
  })

  test('an event has a key and a time that can be', ({ assert }) => {
    assert.equal(check(call({}, { key: '' })), 'The event has no key.')
    assert.include(check(call({}, { at: new Date('nonsense') })), 'cannot be read')
    assert.include(check(call({}, { at: new Date(0) })), '1970-01-01')
    assert.include(check(call({}, { at: new Date('2126-03-02T08:00:00Z') })), 'cannot be right')
    assert.include(check(call({}, { version: 1.5 })), 'whole number')
  })

  test('one that is taken back needs no fields', ({ assert }) => {
    assert.isUndefined(check(call({ colour: 'red' }, { removed: true })))
  })
})
