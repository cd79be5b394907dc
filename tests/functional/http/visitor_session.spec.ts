import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import app from '@adonisjs/core/services/app'
import { stores } from '@adonisjs/session'
import type { SessionConfig } from '@adonisjs/session/types'
import testUtils from '@adonisjs/core/services/test_utils'
import { test } from '@japa/runner'
import { keptWhenNeeded } from '#core/http/visitor_session'

/** The store of sessions as the server opens it, for one request. */
async function opened() {
  const open = await stores.database().resolver(app)
  const context = await testUtils.createHttpContext()
  return keptWhenNeeded(open(context, { age: '12h' } as SessionConfig), 'k'.repeat(32))
}

const rowsOf = async (id: string) => {
  const rows = (await db.from('sessions').where({ id }).select('id')) as { id: string }[]
  return rows.length
}

test.group('The session of a visitor', () => {
  test('is no row until something is to be kept, and holds the same secret from request to request', async ({
    assert,
  }) => {
    const id = randomUUID()
    const first = await opened()
    const values = (await first.read(id))!
    assert.deepEqual(Object.keys(values), ['csrf-secret'])
    await first.touch(id)
    await first.write(id, values)
    assert.equal(await rowsOf(id), 0)

    const second = await opened()
    assert.deepEqual(await second.read(id), values)
    await second.write(id, { ...values, auth_web: 7 })
    assert.equal(await rowsOf(id), 1)

    const third = await opened()
    assert.deepEqual(await third.read(id), { ...values, auth_web: 7 })
    await third.write(id, values)
    assert.equal(await rowsOf(id), 0)
    const other = await opened()
    assert.notDeepEqual(await other.read(randomUUID()), values)
  })
})
