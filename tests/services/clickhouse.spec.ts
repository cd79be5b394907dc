import { test } from '@japa/runner'
import { openServerStore } from '#core/facts/engine/server_store'
import { factSuite } from '#tests/unit/facts/fact_suite'
import { startClickhouseServer } from '#tests/services/clickhouse_server'

factSuite('on a server', async () => {
  const server = await startClickhouseServer()
  const store = await openServerStore(server.url, () => undefined)
  const close = store.close
  store.close = async () => {
    await close()
    await server.stop()
  }
  return store
})

test('a server that is not there is said to be out of reach', async ({ assert }) => {
  await assert.rejects(
    () => openServerStore('http://127.0.0.1:9', () => undefined),
    /^The facts at 127\.0\.0\.1:9 cannot be opened: .*ECONNREFUSED/
  )
})
