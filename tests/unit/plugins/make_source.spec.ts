import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { makePlugin } from '#core/plugins/actions/make_plugin'
import { registerFolder } from '#core/plugins/actions/register_folder'
import { checkPlugin } from '#core/plugins/queries/check_plugin'
import { pluginFolder } from '#tests/unit/plugins/plugin_folder'

test.group('Plugins | a new source', () => {
  test('it passes every check as it is made', async ({ assert, cleanup }) => {
    const root = await pluginFolder(cleanup)
    const folder = join(root, 'new_platform')
    const paths = await makePlugin(app, {
      kind: 'source',
      key: 'new_platform',
      label: 'Våra växlar',
      folder,
    })
    assert.includeMembers(paths, [
      'README.md',
      'collector.ts',
      'index.ts',
      'locales/sv.json',
      'tests/conformance.ts',
      'tests/fixtures/calls.csv',
      'tests/read_call.spec.ts',
    ])
    const { plugin, tried } = await checkPlugin(root, 'new_platform', [])
    assert.equal(plugin?.label, 'Våra växlar')
    assert.isAbove(tried.length, 5)
    assert.deepEqual(
      tried.filter(({ problems }) => problems.length > 0),
      []
    )
  })

  test('a folder that is there is not written over', async ({ assert, cleanup }) => {
    const folder = await pluginFolder(cleanup)
    const source = { kind: 'source' as const, key: 'new_platform', label: 'New', folder }
    await assert.rejects(() => makePlugin(app, source), `${folder} is there already.`)
  })

  test('a key that cannot be one is refused', async ({ assert }) => {
    const source = {
      kind: 'source' as const,
      key: 'New-Platform',
      label: 'New',
      folder: '/nowhere',
    }
    await assert.rejects(
      () => makePlugin(app, source),
      '"New-Platform" must be lower case letters, digits and _, such as my_platform.'
    )
  })

  test('it is listed after the other sources, once', async ({ assert, cleanup }) => {
    const folder = await pluginFolder(cleanup, {
      'plugins.ts': await readFile(app.makePath('config/plugins.ts'), 'utf8'),
    })
    const config = join(folder, 'plugins.ts')
    assert.isTrue(await registerFolder(config, 'plugins/sources/new_platform'))
    assert.isTrue(await registerFolder(config, 'plugins/sources/new_platform'))
    const { default: listed } = (await import(config)) as { default: { folders: string[] } }
    const sources = listed.folders.filter((path) => path.startsWith('plugins/sources/'))
    assert.equal(sources.at(-1), 'plugins/sources/new_platform')
    assert.lengthOf(new Set(listed.folders), listed.folders.length)
  })

  test('a list in another form is left alone', async ({ assert, cleanup }) => {
    const folder = await pluginFolder(cleanup)
    const config = join(folder, 'plugins.ts')
    await writeFile(config, 'export default { folders: all() }\n')
    assert.isFalse(await registerFolder(config, 'plugins/sources/new_platform'))
  })
})
