import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from '@japa/runner'
import type { ModulePlugin } from '#core/contracts/module'
import { checkPlugin } from '#core/plugins/queries/check_plugin'

/** Declares the tests that every module passes. */
export function moduleSuite(module: ModulePlugin, folder: string): void {
  test.group(`Contract | module ${module.key}`, () => {
    test('it passes plugin:check, in a folder called as it is, with a page about it', async ({
      assert,
    }) => {
      const { tried } = await checkPlugin('/', folder, [])
      assert.deepEqual(
        tried.flatMap(({ problems }) => problems),
        []
      )
      assert.equal(basename(folder), module.key)
      assert.isTrue(existsSync(join(folder, 'README.md')))
    })

    test('every operation says what it takes, for the documentation', ({ assert }) => {
      for (const { path, input, summary } of module.operations) {
        assert.property(input.toJSONSchema(), 'type', path)
        assert.isNotEmpty(summary, path)
      }
    })
  })
}
