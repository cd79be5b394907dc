import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { collectPush } from '#core/collection/actions/collect_push'
import { ensurePoint } from '#core/collection/ensure_point'
import type Customer from '#core/customers/models/customer'
import { Readable } from 'node:stream'
import GiveKeys from '#database/migrations/0222_give_objects_their_public_key'
import { asker } from '#tests/made/asker'
import { madeConnector, mondayReport } from '#tests/made/connector'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeCustomer } from '#tests/made/customer'
import { madeTicket } from '#tests/made/ticket'

const url = (path: string) => `http://127.0.0.1:${process.env.PORT}${path}`
const LOG = [
  '1767597000|x1|support|NONE|ENTERQUEUE||070|1',
  '1767597009|x1|support|NONE|ABANDON|1|1|9',
]

/** A log of three lines that names a known queue at another point. */
async function collectAt(customer: Customer, name: string) {
  const point = await ensurePoint({ customerId: customer.id, source: 'asterisk', name })
  const body = Readable.from([`${LOG.join('\n')}\n`], { objectMode: false })
  return collectPush({ point, format: 'platform', body, limitMegabytes: 1 })
}

const keysOf = async (customer: Customer, objectType = 'queue') => {
  const rows = (await db
    .from('measurement_objects')
    .where({ customer_id: customer.id, object_type: objectType })
    .orderBy('id')
    .select({ key: 'public_key' })) as { key: string }[]
  return rows.map(({ key }) => key)
}

test.group('The public key of an object', () => {
  test('of an identifier that appears at a second and a third point, nothing changes for the first', async ({
    assert,
    client,
  }) => {
    const { customer, owner, saved } = await mondayReport({ objects: ['support'] })
    const all = await mondayReport({ objects: 'all' }, undefined, customer)
    const ticket = await madeTicket(owner, customer)
    const named = await madeConnector(saved)
    const whole = await madeConnector(all.saved)
    const xml = await madeConnector(saved, {}, 'xml')
    const text = async (address: string) => {
      const response = await fetch(address)
      assert.equal(response.status, 200, address)
      return response.text()
    }
    const ids = async (address: string) =>
      (JSON.parse(await text(`${address}odata/Rows`)) as { value: { Id: string }[] }).value.map(
        ({ Id }) => Id
      )
    const report = async (objects: string[]) => {
      const response = await fetch(url('/api/report/v1/generate'), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ticket.headers },
        body: JSON.stringify({
          report: 'asterisk.queue',
          period: { from: '2026-01-05', to: '2026-01-05' },
          interval: 'period',
          grouping: 'object',
          objects,
          columns: ['incoming'],
        }),
      })
      const body = (await response.json()) as { rows: { object: string; incoming: number }[] }
      return body.rows.map(({ object, incoming }) => [object, incoming])
    }
    const uses = asker(client, owner, customer)
    const place = `/api/report/v1/saved-reports/${saved.id}/connectors/${named.connector.id}`
    const guide = async () => {
      const answer = await uses('GET', `${place}/guide`)
      return answer.text
    }
    const xmlData = async () => {
      const data = await text(`${xml.url}data.xml`)
      return data.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '')
    }
    const told = async () => ({
      root: await text(`${named.url}odata/`),
      metadata: await text(`${named.url}odata/$metadata`),
      guide: await guide(),
      rows: await ids(named.url),
      xml: await xmlData(),
      ticket: await report(['support']),
      bookmark: await report(['default:support']),
    })
    const before = await told()
    const history = await ids(whole.url)
    await collectAt(customer, 'west')
    await collectAt(customer, 'east')

    assert.deepEqual(await told(), before)
    const now = await ids(whole.url)
    assert.deepEqual(
      history.filter((id) => !now.includes(id)),
      []
    )
    assert.lengthOf(now, history.length + 2)
    assert.deepEqual(await keysOf(customer), ['support', 'sälj', 'west:support', 'east:support'])
    assert.deepEqual(await report(['west:support', 'east:support']), [
      ['west:support', 1],
      ['east:support', 1],
    ])

    // A point that is called otherwise afterwards keeps the keys that it gave.
    await db
      .from('collection_points')
      .where({ customer_id: customer.id, name: 'west' })
      .update({ name: 'north' })
    assert.deepEqual(await told(), before)
    assert.deepEqual(await report(['west:support']), [['west:support', 1]])
    assert.deepEqual(await report(['north:support']), [['west:support', 1]])
    await collectAt(customer, 'west')
    assert.deepEqual(await report(['west:support']), [['west:support', 1]])
    assert.include(await keysOf(customer), 'west:support~2')
  })

  test('is given once where an identifier is first seen at several points at the same time', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const names = ['a', 'b', 'c', 'd']
    const points = await Promise.all(names.map((name) => madePoint(customer, { name })))
    const queues = ['support', 'sales', 'a:support', 'help'].map((name) => queue(name))
    await Promise.all(points.map((point) => madeObjects(point, queues)))
    const keys = await keysOf(customer)
    assert.lengthOf(keys, 16)
    assert.lengthOf(new Set(keys), 16)
    for (const { identifier } of queues) assert.include(keys, identifier)
    assert.isTrue(keys.every(Boolean))
  })

  test('of objects that were there before there were keys is the identifier of the oldest', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk', 'trio'] })
    const points = []
    for (const name of ['default', 'west', 'east']) {
      const point = await madePoint(customer, { name })
      await madeObjects(point, [queue('support'), queue(`${name} only`)])
      points.push(point)
    }
    await madeObjects(await madePoint(customer, { source: 'trio', name: 'default' }), [
      { objectType: 'queue', identifier: 'support', name: 'Another platform' },
    ])
    await new GiveKeys(db.connection(), 'test').execDown()
    assert.deepEqual(new Set(await keysOf(customer)), new Set([null]))
    await new GiveKeys(db.connection(), 'test').execUp()
    assert.sameMembers(await keysOf(customer), [
      'support',
      'default only',
      'west:support',
      'west only',
      'east:support',
      'east only',
      'support',
    ])
    const oldest = await db
      .from('measurement_objects')
      .where({ customer_id: customer.id, source: 'asterisk', public_key: 'support' })
      .select({ point: 'point_id' })
    assert.deepEqual(oldest, [{ point: points[0]!.id }])
  })
})
