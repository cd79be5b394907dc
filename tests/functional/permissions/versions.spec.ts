import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import type Customer from '#core/customers/models/customer'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import { createGroup } from '#core/measurement_objects/actions/create_group'
import { findReader, readerFor } from '#core/permissions/read_rights'
import { reportWords } from '#core/reports/document/report_words'
import { reportSources } from '#core/reports/report_sources'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import { versionOf } from '#core/versions/version_of'
import { VersionedCache } from '#core/versions/versioned_cache'
import { triggerNames, versionedTables } from '#database/versioned_tables'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'

const isMysql = () => db.connection().dialect.name === 'mysql'

const made = (zone = 'Europe/Stockholm') => madeCustomer({ plugins: ['asterisk'], zone })

/** Names of the queues that a person's next report is made of, with the customer's zone. */
async function seen(user: User, customer: Customer) {
  const reader = await readerFor(user.id, customer.id)
  const sources = await reportSources({ report: 'asterisk.queue', locale: 'en' }, reader)
  const { visible } = sources.objects.catalogue(
    reader.objectIds,
    reportWords(sources.source, 'en').locale
  )
  return { names: visible.map(({ name }) => name), zone: sources.customer.zone }
}

async function names(user: User, customer: Customer) {
  const found = await seen(user, customer)
  return found.names
}

/** Runs a statement in a process of its own, which knows nothing of what this one remembers. */
async function elsewhere(sql: string, ...values: number[]) {
  const { client, connection } = db.connection().getWriteClient().client.config as object & {
    client: string
    connection: unknown
  }
  const code = `import knex from 'knex'
    const db = knex({ client: ${JSON.stringify(client)}, connection: ${JSON.stringify(connection)}, useNullAsDefault: true })
    await db.raw(${JSON.stringify(sql)}, ${JSON.stringify(values)})
    await db.destroy()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code])
}

async function versionAfter(customer: Customer, change: () => Promise<unknown>) {
  const before = await versionOf(customer.id)
  await change()
  const after = await versionOf(customer.id)
  return before.version === after.version ? 'the same' : 'another'
}

test.group('What is remembered of a customer', () => {
  test('follows each change at once, and never crosses customers or rights', async ({ assert }) => {
    const [one, two] = [await made(), await made('Europe/Riga')]
    const [point, other] = [await madePoint(one), await madePoint(two)]
    await madeObjects(point, [queue('a'), queue('b'), queue('c')])
    await madeObjects(other, [queue('x'), queue('a', { name: 'their a' })])
    const all = await madeUser(one, { seesEverything: true })
    const some = await madeUser(one)
    const few = await madeUser(one)
    const stranger = await madeUser(two, { seesEverything: true })
    const objects = (await db
      .from('measurement_objects')
      .where('point_id', point.id)
      .orderBy('identifier')
      .select('id')) as { id: number }[]
    const [a, b, c] = objects.map(({ id }) => id)
    const membership = (user: User) =>
      Membership.findByOrFail({ userId: user.id, customerId: one.id })
    const give = async (user: User, what: { objectIds?: number[]; groupIds?: number[] }) => {
      const { id: membershipId } = await membership(user)
      await assignObjects({ customerId: one.id, membershipId, ...what })
    }
    const group = await createGroup({ customerId: one.id, name: 'G', objectIds: [a] })
    await give(some, { groupIds: [group.id] })
    await give(few, { objectIds: [c] })
    const everybody = async () => [
      ...(await Promise.all([all, some, few].map((user) => names(user, one)))),
      await names(stranger, two),
    ]
    const theirs = ['their a', 'x']
    assert.deepEqual(await everybody(), [['a', 'b', 'c'], ['a'], ['c'], theirs])

    await db.table('object_group_members').insert({ group_id: group.id, object_id: b })
    assert.deepEqual(await everybody(), [['a', 'b', 'c'], ['a', 'b'], ['c'], theirs])
    await db.from('measurement_objects').where('id', c).update({ name: 'new c' })
    assert.deepEqual(await everybody(), [['a', 'b', 'new c'], ['a', 'b'], ['new c'], theirs])
    await give(few, { objectIds: [a, c] })
    await db.from('object_groups').where('id', group.id).delete()
    assert.deepEqual(await everybody(), [['a', 'b', 'new c'], [], ['a', 'new c'], theirs])
    await db.from('measurement_objects').where('id', a).delete()
    assert.deepEqual(await everybody(), [['b', 'new c'], [], ['new c'], theirs])
    await db.from('customers').where('id', one.id).update({ zone: 'Europe/Tallinn' })
    const [mine, strangers] = [await seen(all, one), await seen(stranger, two)]
    assert.deepEqual([mine.zone, strangers.zone], ['Europe/Tallinn', 'Europe/Riga'])

    const lost = await membership(all)
    await lost.merge({ seesEverything: false }).save()
    assert.deepEqual(await names(all, one), [])
    await db.from('memberships').where('id', lost.id).delete()
    assert.isNull(await findReader(all.id, one.id))
    assert.isNull(await findReader(stranger.id, one.id))
    await db.from('customer_plugins').where('customer_id', two.id).delete()
    await assert.rejects(() => seen(stranger, two), /asterisk\.queue/)
  })

  test('follows what another process changes', async ({ assert }) => {
    const customer = await made()
    const user = await madeUser(customer)
    const before = await readerFor(user.id, customer.id)
    assert.isNotNull(before.objectIds)
    await elsewhere('update memberships set sees_everything = 1 where user_id = ?', user.id)
    const after = await readerFor(user.id, customer.id)
    assert.isNull(after.objectIds)
  })

  test('is another version after each kind of change, and the same after none', async ({
    assert,
  }) => {
    const customer = await made()
    const point = await madePoint(customer)
    await madeObjects(point, [queue('a')])
    const user = await madeUser(customer)
    const found = await Membership.findByOrFail({ userId: user.id, customerId: customer.id })
    const right = { membership_id: found.id, right: 'exports.make' }
    const given = { membership_id: found.id, point_id: point.id }
    const object = (await db.from('measurement_objects').where('point_id', point.id).first()) as {
      id: number
    }
    const changes: (() => Promise<unknown>)[] = [
      () => db.table('membership_rights').insert(right),
      () => db.from('membership_rights').where(right).delete(),
      () => db.table('membership_points').insert(given),
      () => db.from('membership_points').where(given).delete(),
      () => db.table('object_aliases').insert({ object_id: object.id, identifier: 'old a' }),
      () => db.from('object_aliases').where('object_id', object.id).update({ identifier: 'a0' }),
      () => db.from('collection_points').where('id', point.id).update({ zone: 'Europe/Riga' }),
      () => db.from('collection_points').where('id', point.id).delete(),
    ]
    for (const [index, change] of changes.entries()) {
      assert.equal(await versionAfter(customer, change), 'another', `change ${index}`)
    }
    const idle = await madePoint(customer, { name: 'second' })
    const now = '2026-01-01 00:00:00.000'
    const unseen: (() => Promise<unknown>)[] = [
      () => db.from('collection_points').where('id', idle.id).update({ last_collected_at: now }),
      () => db.from('memberships').where('id', found.id).update({ last_entered_at: now }),
      () => madeCustomer(),
    ]
    for (const [index, change] of unseen.entries()) {
      assert.equal(await versionAfter(customer, change), 'the same', `idle change ${index}`)
    }
  })

  test('is asked for again where it failed, and the least used goes first', async ({ assert }) => {
    const cache = new VersionedCache<string>(2)
    const of = { customerId: 1, version: 'v' }
    const read: string[] = []
    const get = (key: string, at = of) =>
      cache.get(at, key, () => {
        read.push(`${at.customerId}${key}${at.version}`)
        return Promise.resolve(key)
      })
    await assert.rejects(() => cache.get(of, 'a', () => Promise.reject(new Error('lost'))), 'lost')
    await get('a')
    await get('b')
    await get('a')
    await get('a', { customerId: 2, version: 'v' })
    await get('a')
    await get('b')
    assert.deepEqual(read, ['1av', '1bv', '2av', '1bv'])
    await get('b', { customerId: 1, version: 'w' })
    await get('b', { customerId: 1, version: 'w' })
    assert.deepEqual(read.slice(4), ['1bw'])
  })
})

test.group('The triggers that give a customer its next version', () => {
  test('are all there after the migrations, and tell of every table that belongs to a customer’s rights', async ({
    assert,
  }) => {
    const rows = isMysql()
      ? ((await db
          .from('information_schema.triggers')
          .whereRaw('trigger_schema = database()')
          .select({ name: 'trigger_name' })) as { name: string }[])
      : ((await db.from('sqlite_master').where('type', 'trigger').select('name')) as {
          name: string
        }[])
    assert.includeMembers(
      rows.map(({ name }) => name),
      triggerNames
    )
  })

  test('never make a customer wait for what another one changes', async ({ assert }) => {
    const people = await Promise.all(
      [await made(), await made()].map(async (customer) => {
        const user = await madeUser(customer)
        return Membership.findByOrFail({ userId: user.id, customerId: customer.id })
      })
    )
    const [mine, theirs] = people.map(({ id }) => ({ membership_id: id, right: 'exports.make' }))
    const open = await db.transaction()
    await open.table('membership_rights').insert(mine)
    // A change that waited would wait for as long as the first is open.
    await db.table('membership_rights').insert(theirs)
    await open.rollback()
    const kept = await db.from('membership_rights').whereIn(
      'membership_id',
      people.map(({ id }) => id)
    )
    assert.lengthOf(kept, 1)
  }).skip(() => !isMysql(), 'SQLite lets one write at a time')

  test('leave no column out by mistake', async ({ assert }) => {
    const unseen: Record<string, string[]> = {
      memberships: ['id', 'created_at', 'display_name', 'last_entered_at', 'subscribes_to_errands'],
      collection_points: [
        'id',
        'created_at',
        'settings',
        'memory',
        'last_collected_at',
        'last_error',
        'unkept_first_at',
        'unkept_last_at',
      ],
    }
    for (const { table, only } of versionedTables) {
      if (!only) continue
      const columns = Object.keys(await db.connection().columnsInfo(table))
      const known = [...only, ...unseen[table]]
      assert.sameMembers(
        columns.filter((column) => !known.includes(column)),
        [],
        `Say in versioned_tables.ts or here whether reports follow these columns of ${table}`
      )
    }
  })
})
