import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { can } from '#core/permissions/can'
import { describeMatrix } from '#core/permissions/describe_matrix'
import { answerFor, capabilities, coreCapabilities, roles } from '#core/permissions/matrix'
import type { Reader } from '#core/permissions/reader'
import { rights } from '#core/permissions/right'

const reader = (values: Partial<Reader>): Reader => ({
  customerId: 1,
  userId: 1,
  role: 'user',
  objectIds: new Set(),
  callSpecification: false,
  personalFields: false,
  ...values,
})

test.group('The matrix', () => {
  test('has an answer for every role in every line', ({ assert }) => {
    for (const capability of capabilities()) {
      for (const role of roles) {
        assert.include(['yes', 'no', 'right', 'owner'], answerFor(capability, role), capability)
      }
    }
  })

  test('gives by right only what is a right', ({ assert }) => {
    const byRight = coreCapabilities.filter((capability) =>
      roles.some((role) => answerFor(capability, role) === 'right')
    )
    assert.sameMembers(byRight, [...rights])
  })

  test('stands in docs/security.md as it is obeyed', ({ assert }) => {
    const text = readFileSync(app.makePath('docs/security.md'), 'utf8')
    assert.include(text, describeMatrix())
  })

  test('shows an operator nothing of a customer that has not invited operators', ({ assert }) => {
    const operator = reader({ role: 'operator', operates: true, customerId: 0 })
    assert.isTrue(can(operator, 'operator.customers'))
    assert.isFalse(can(operator, 'reports.read'))
    assert.isTrue(can({ ...operator, customerId: 7 }, 'reports.read'))
    assert.isFalse(can({ ...operator, customerId: 7 }, 'audit.read'))
  })

  test('lets an operator who is an administrator somewhere be both there', ({ assert }) => {
    const both = reader({ role: 'administrator', operates: true })
    assert.isTrue(can(both, 'operator.customers'))
    assert.isTrue(can(both, 'users.manage'))
  })

  test('asks for the right where it says so', ({ assert }) => {
    assert.isFalse(can(reader({}), 'customerUsers.manage'))
    assert.isTrue(
      can(reader({ rights: new Set(['customerUsers.manage']) }), 'customerUsers.manage')
    )
    assert.isFalse(can(reader({ role: 'customerUser' }), 'exports.make'))
  })

  test("lets a ticket do no more than its owner, and nothing of the owner's account", ({
    assert,
  }) => {
    const owner = reader({ role: 'administrator', via: 'ticket' })
    assert.isTrue(can(owner, 'collection.manage'))
    assert.isFalse(can(owner, 'users.manage'))
    assert.isFalse(can(owner, 'account.own'))
    assert.isFalse(can({ ...owner, role: 'user' }, 'collection.manage'))
  })
})
