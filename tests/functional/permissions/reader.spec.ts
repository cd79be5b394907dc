import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type Customer from '#core/customers/models/customer'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { listObjects } from '#core/measurement_objects/queries/list_objects'
import { readerFor } from '#core/permissions/read_rights'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

/** A customer with the queues a, b and c, and their ids. */
async function withQueues() {
  const customer = await madeCustomer()
  const point = await madePoint(customer)
  await madeObjects(point, [queue('a'), queue('b'), queue('c')])
  const administrator = await madeUser(customer, { administrator: true })
  const objects = await seen(administrator, customer)
  return { customer, point, administrator, ids: objects.map((object) => object.id) }
}

async function seen(user: User, customer: Customer) {
  const reader = await readerFor(user.id, customer.id)
  return listObjects(reader, ['queue'], 'asterisk')
}

async function names(user: User, customer: Customer) {
  const objects = await seen(user, customer)
  return objects.map((object) => object.identifier)
}

async function assign(
  user: User,
  customer: Customer,
  what: { objectIds?: number[]; groupIds?: number[] }
) {
  const membership = await Membership.findByOrFail({ userId: user.id, customerId: customer.id })
  await assignObjects({ customerId: customer.id, membershipId: membership.id, ...what })
}

test.group('What a person sees', () => {
  test('is every object for an administrator and for one who sees everything, also those that come', async ({
    assert,
  }) => {
    const { customer, point, administrator } = await withQueues()
    const viewer = await madeUser(customer, { seesEverything: true })
    await madeObjects(point, [queue('d')])
    assert.deepEqual(await names(administrator, customer), ['a', 'b', 'c', 'd'])
    assert.deepEqual(await names(viewer, customer), ['a', 'b', 'c', 'd'])
  })

  test('is nothing for a new user', async ({ assert }) => {
    const { customer } = await withQueues()
    const user = await madeUser(customer)
    assert.deepEqual(await names(user, customer), [])
  })

  test('is what they are assigned, object by object and group by group', async ({ assert }) => {
    const { customer, ids } = await withQueues()
    const [a, b, c] = ids
    const user = await madeUser(customer)
    const group = await createGroup({ customerId: customer.id, name: 'G', objectIds: [a, b] })
    await assign(user, customer, { objectIds: [b, c], groupIds: [group.id] })
    assert.deepEqual(await names(user, customer), ['a', 'b', 'c'])
    await assign(user, customer, { objectIds: [c] })
    assert.deepEqual(await names(user, customer), ['c'])
  })

  test('follows a group as the group changes, at once', async ({ assert }) => {
    const { customer, ids } = await withQueues()
    const user = await madeUser(customer)
    const group = await createGroup({ customerId: customer.id, name: 'G', objectIds: [ids[0]] })
    await assign(user, customer, { groupIds: [group.id] })
    await db.table('object_group_members').insert({ group_id: group.id, object_id: ids[2] })
    assert.deepEqual(await names(user, customer), ['a', 'c'])
    await db.from('object_group_members').where('group_id', group.id).delete()
    assert.deepEqual(await names(user, customer), [])
  })

  test("is never another customer's, whatever is assigned: it is unknown", async ({ assert }) => {
    const theirs = await withQueues()
    const theirGroup = await createGroup({ customerId: theirs.customer.id, name: 'Theirs' })
    const mine = await withQueues()
    const user = await madeUser(mine.customer)
    await assert.rejects(
      () => assign(user, mine.customer, { objectIds: [theirs.ids[0]] }),
      `There is no object "${theirs.ids[0]}".`
    )
    await assert.rejects(
      () => assign(user, mine.customer, { groupIds: [theirGroup.id] }),
      `There is no group "${theirGroup.id}".`
    )
    const reader = await readerFor(user.id, mine.customer.id)
    const forged = { ...reader, objectIds: new Set(theirs.ids) }
    assert.isEmpty(await listObjects(forged, ['queue'], 'asterisk'))
  })

  test('is in each customer what they were given there', async ({ assert }) => {
    const first = await withQueues()
    const second = await withQueues()
    const user = await madeUser(first.customer, { administrator: true })
    await madeUser(second.customer, { email: user.email, callSpecification: false })
    const here = await readerFor(user.id, first.customer.id)
    const there = await readerFor(user.id, second.customer.id)
    assert.containsSubset(here, {
      role: 'administrator',
      objectIds: null,
      callSpecification: true,
      personalFields: true,
    })
    assert.containsSubset(there, {
      role: 'user',
      callSpecification: false,
      personalFields: false,
    })
    assert.equal(there.objectIds?.size, 0)
  })

  test('is refused in a customer that they are not in', async ({ assert }) => {
    const { customer } = await withQueues()
    const stranger = await madeUser(await madeCustomer())
    await assert.rejects(
      () => readerFor(stranger.id, customer.id),
      'Sign in, or send the token of a ticket.'
    )
  })
})
