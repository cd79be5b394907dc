import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { beginHeartbeat } from '#core/jobs/worker_heartbeat'
import { parts, serverHealth, serverHealthWith } from '#core/operations/queries/server_health'
import { registry, Registry, useRegistry } from '#core/plugins/registry'
import { momentText } from '#database/columns'
import { until } from '#tests/made/until'

test.group('The health of the server', () => {
  test('is told to anybody, part by part, and its being alive apart', async ({ client }) => {
    // The first answer may not wait for all parts.
    await until(serverHealth, ({ status }) => status === 'ok')
    for (const path of ['/health', '/health/ready']) {
      const response = await client.get(path)
      response.assertStatus(200)
      response.assertBodyContains({ status: 'ok', failing: [], parts: everyPart })
    }
    const live = await client.get('/health/live')
    live.assertStatus(200)
    for (const path of ['/health/lively', '/health/ready/now', '/health/x?y=1']) {
      const unknown = await client.get(path)
      unknown.assertStatus(404)
      unknown.assertBodyContains({ error: { code: 'E_ROUTE_NOT_FOUND' } })
    }
  })

  test('names each part that fails, and no other', async ({ assert }) => {
    // People are answered while these are away, and another server would not do better.
    const degrading: string[] = ['queue', 'mail', 'collecting', 'sendings']
    for (const part of parts) {
      const status = degrading.includes(part) ? 'degraded' : 'failing'
      const breaks = serverHealthWith({ [part]: () => Promise.reject(new Error('Away.')) })
      assert.deepEqual(await breaks(), { status, failing: [part] })
      const says = serverHealthWith({ [part]: () => Promise.resolve(false) })
      assert.deepEqual(await says(), { status, failing: [part] })
    }
  })

  test('says so where a plugin was left out', async ({ assert, cleanup }) => {
    const broken = new Registry()
    broken.leaveOut({ folder: 'plugins/sources/odd', problems: ['label is missing.'] })
    const before = useRegistry(broken)
    cleanup(() => void useRegistry(before))
    assert.deepEqual(await serverHealthWith({})(), { status: 'failing', failing: ['plugins'] })
    assert.lengthOf(registry().broken(), 1)
  })

  test('is answered without waiting for a part that does not answer, also the first time', async ({
    assert,
  }) => {
    const health = serverHealthWith({ facts: () => new Promise(() => undefined) }, 0)
    const { failing } = await health()
    assert.include(failing, 'facts')
  })

  test('tells a worker that died while it had nothing to do, until another takes its place', async ({
    assert,
    cleanup,
  }) => {
    const silent = { worker: 'machine:1:dead', begun_at: ago(600), heartbeat_at: ago(120) }
    await db.table('job_workers').insert(silent)
    cleanup(async () => {
      await db.from('job_workers').where('worker', 'like', 'machine:%').delete()
    })
    assert.deepEqual(await serverHealthWith({})(), { status: 'failing', failing: ['workers'] })
    const end = await beginHeartbeat('machine:2:alive')
    assert.deepEqual(await serverHealthWith({})(), { status: 'ok', failing: [] })
    await end()
    assert.deepEqual(await serverHealthWith({})(), { status: 'failing', failing: ['workers'] })
  })
})

const everyPart = Object.fromEntries(parts.map((part) => [part, 'ok']))
const ago = (seconds: number) => momentText(DateTime.utc().minus({ seconds }))
