import { test } from '@japa/runner'
import { parts, serverHealthWith } from '#core/operations/queries/server_health'
import { registry, Registry, useRegistry } from '#core/plugins/registry'

test.group('The health of the server', () => {
  test('is told to anybody, part by part, and its being alive apart', async ({ client }) => {
    for (const path of ['/health', '/health/ready']) {
      const response = await client.get(path)
      response.assertStatus(200)
      response.assertBodyContains({ status: 'ok', failing: [] })
    }
    const live = await client.get('/health/live')
    live.assertStatus(200)
    const unknown = await client.get('/health/lively')
    unknown.assertStatus(404)
  })

  test('names each part that fails, and no other', async ({ assert }) => {
    for (const part of parts) {
      const breaks = serverHealthWith({ [part]: () => Promise.reject(new Error('Away.')) })
      assert.deepEqual(await breaks(), { status: 'failing', failing: [part] })
      const says = serverHealthWith({ [part]: () => Promise.resolve(false) })
      assert.deepEqual(await says(), { status: 'failing', failing: [part] })
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
})
