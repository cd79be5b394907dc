import { setTimeout } from 'node:timers/promises'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import type { SourcePlugin } from '#core/contracts/source'
import RetentionRule from '#core/customers/models/retention_rule'
import { deleteExpiredFacts } from '#core/facts/delete_expired_facts'
import { recalculateZone } from '#core/facts/recalculate_zone'
import { closeFactStore, factStore } from '#core/facts/store'
import { writeFacts } from '#core/facts/write_facts'
import { jobQueue } from '#core/jobs/queue/queue_in_use'
import { startWork } from '#core/jobs/work'
import CollectionPoint from '#core/measurement_objects/models/collection_point'
import { Registry, useRegistry } from '#core/plugins/registry'
import { madeCustomer } from '#tests/made/customer'
import { call, callEvent } from '#tests/unit/facts/made_calls'

const source: SourcePlugin = {
  kind: 'source',
  key: 'kept',
  label: 'Kept',
  description: 'A source of calls',
  objectTypes: {},
  events: [callEvent],
  reportTypes: [],
  collector: class {},
}

async function madePoint() {
  const customer = await madeCustomer()
  return CollectionPoint.create({
    customerId: customer.id,
    source: source.key,
    name: 'main',
    zone: 'Europe/Stockholm',
    settings: {},
    memory: null,
    createdAt: DateTime.utc(),
  })
}

const keep = (point: CollectionPoint, events: Parameters<typeof writeFacts>[0]['events']) =>
  writeFacts({
    customerId: point.customerId,
    pointId: point.id,
    zone: point.zone,
    source: point.source,
    events,
  })

async function keysOf(point: CollectionPoint) {
  const store = await factStore()
  const { rows } = await store.read({
    sql: 'SELECT key, local_date FROM facts.kept_call FINAL WHERE customer = {customer:UInt32} ORDER BY key',
    params: { customer: point.customerId },
  })
  return rows
}

test.group('Facts | kept', (group) => {
  group.setup(async () => {
    await closeFactStore()
    const registry = new Registry()
    registry.add(source, '')
    const before = useRegistry(registry)
    return async () => {
      useRegistry(before)
      await closeFactStore()
    }
  })

  test('events are kept by the clock of their collection point, and follow it to another zone', async ({
    assert,
  }) => {
    const point = await madePoint()
    const events = [call('a', '2026-06-30T21:30:00Z')]
    assert.deepEqual(await keep(point, events), { added: 1, replaced: 0, unchanged: 0 })
    assert.deepEqual(await keysOf(point), [['a', '2026-06-30']])
    await recalculateZone(point.id, 'Europe/Tallinn')
    assert.deepEqual(await keysOf(point), [['a', '2026-07-01']])
  })

  test('an event that the source does not declare is refused, and those it declares are named', async ({
    assert,
  }) => {
    const point = await madePoint()
    await assert.rejects(
      () => keep(point, [{ ...call('a', '2026-06-30T21:30:00Z'), event: 'cal' }]),
      'The source "kept" has no event "cal". It has: call.'
    )
  })

  test('facts are kept as long as the rule says, and the rule can change', async ({ assert }) => {
    const [point, other] = [await madePoint(), await madePoint()]
    const events = [
      call('month', '2026-05-15T12:00:00Z'),
      call('week', '2026-06-10T12:00:00Z'),
      call('today', '2026-06-15T12:00:00Z'),
    ]
    await keep(point, events)
    await keep(other, events)
    const rule = { customerId: point.customerId, event: 'kept.call', days: 14 }
    const kept = await RetentionRule.create(rule)
    const today = DateTime.utc(2026, 6, 16, 2, 30)
    await deleteExpiredFacts(today)
    assert.deepEqual(await keysOf(point), [
      ['today', '2026-06-15'],
      ['week', '2026-06-10'],
    ])
    await kept.merge({ days: 2 }).save()
    await deleteExpiredFacts(today)
    assert.deepEqual(await keysOf(point), [['today', '2026-06-15']])
    assert.lengthOf(await keysOf(other), 3)
    await kept.delete()
  })

  test('the server deletes each night what is no longer kept', async ({ assert, cleanup }) => {
    const point = await madePoint()
    await keep(point, [call('old', '2020-01-01T12:00:00Z'), call('new', new Date().toISOString())])
    const rule = { customerId: point.customerId, event: 'kept.call', days: 30 }
    const kept = await RetentionRule.create(rule)
    const worker = await startWork({ server: true, concurrency: 1 })
    cleanup(async () => {
      await worker.stop()
      await kept.delete()
    })
    const night = (await db.from('queue_schedules').where('id', 'facts.tend').first()) as {
      next_run_at: string | number
    }
    const next = DateTime.fromJSDate(new Date(night.next_run_at), { zone: 'utc' })
    assert.equal(next.toFormat('HH:mm'), '02:30')
    const queue = await jobQueue()
    await queue.push('facts', { recurring: 'facts.tend' })
    const deadline = Date.now() + 120_000
    while (Date.now() < deadline) {
      const there = await keysOf(point)
      if (there.length === 1) break
      await setTimeout(100)
    }
    const left = await keysOf(point)
    assert.deepEqual(
      left.map(([key]) => key),
      ['new']
    )
  })
})
