import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { reservedKeys, reservedPrefixes } from '#core/plugins/checks/check_module'
import { registry } from '#core/plugins/registry'

test.group('Names that no module may have', () => {
  const modules = new Set(
    registry()
      .modules()
      .flatMap(({ key, prefix, documents = [] }) => [
        ...[key, prefix],
        ...documents.flatMap(({ shortcut }) => shortcut ?? []),
      ])
  )

  test('are the first words of core’s own addresses', ({ assert }) => {
    const patterns = Object.values(router.toJSON())
      .flat()
      .map(({ pattern }) => pattern)
      // An address of the tests' own.
      .filter((pattern) => !pattern.startsWith('/seen'))
    const words = patterns.flatMap((pattern) => {
      const [, first, second] = pattern.split('/')
      return first === 'api' ? [first, second] : [first]
    })
    const own = words.filter((word) => word && /^[a-z][a-z0-9_]*$/.test(word) && !modules.has(word))
    assert.isAbove(own.length, 100)
    const free = own.filter((word) => !reservedKeys.includes(String(word)))
    assert.deepEqual([...new Set(free)], [])
  })

  test('are how core’s own tables begin: a module reads and purges what begins as its own do', async ({
    assert,
  }) => {
    const tables = await db.connection().getAllTables()
    const begin = tables.flatMap((table) => /^[a-z0-9]+_/.exec(table)?.[0] ?? [])
    const own = begin.filter((prefix) => !modules.has(prefix))
    assert.isAbove(own.length, 30)
    const free = own.filter((prefix) => !reservedPrefixes.includes(prefix))
    assert.deepEqual([...new Set(free)], [])
  })
})
