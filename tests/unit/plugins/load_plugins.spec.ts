import { test } from '@japa/runner'
import { loadPlugins } from '#core/plugins/load_plugins'
import { checkPlugin } from '#core/plugins/queries/check_plugin'
import { translate } from '#core/plugins/translate'
import { pluginFolder } from '#tests/unit/plugins/plugin_folder'

const channel = (key: string) => `
  import { definePlugin } from '#core/contracts/plugin'
  export default definePlugin({
    kind: 'channel', key: '${key}', label: 'Pigeon', description: 'Carries messages',
    attachments: false, send: async () => ({ reference: 'ring 7' }),
  })`

const words = (label: string) => JSON.stringify({ label, description: label })
const locales = {
  'pigeon/locales/sv.json': words('Duva'),
  'pigeon/locales/et.json': words('Tuvi'),
  'pigeon/locales/lv.json': words('Balodis'),
}

test.group('Plugins | loading', () => {
  test('a plugin in a folder that core has never heard of is there afterwards', async ({
    assert,
    cleanup,
  }) => {
    const root = await pluginFolder(cleanup, { 'pigeon/index.ts': channel('pigeon'), ...locales })
    const registry = await loadPlugins(root, ['pigeon'])
    assert.deepEqual(registry.broken(), [])
    const [pigeon] = registry.channels()
    assert.equal(pigeon!.label, 'Pigeon')
    assert.equal(translate(pigeon!, 'label', 'lv'), 'Balodis')
    assert.equal(translate(pigeon!, 'label', 'en'), 'Pigeon')
    assert.equal(translate(pigeon!, 'label', 'fi'), 'Pigeon')
  })

  test('broken plugins are left out with their reasons, and the others work', async ({
    assert,
    cleanup,
  }) => {
    const root = await pluginFolder(cleanup, {
      'throws/index.ts': `throw new Error('No licence file.')`,
      'empty/index.ts': `export const plugin = {}`,
      'untyped/index.js': `export default { kind: 'channel', key: 'fax' }`,
      'pigeon/index.ts': channel('pigeon'),
      ...locales,
    })
    const folders = ['missing', 'throws', 'empty', 'untyped', 'pigeon']
    const registry = await loadPlugins(root, folders)
    const sentences = Object.fromEntries(
      registry.broken().map(({ folder, problems }) => [folder, problems])
    )
    assert.deepEqual(sentences.missing, ['There is no index.ts.'])
    assert.deepEqual(sentences.throws, ['It cannot be opened: No licence file.'])
    assert.deepEqual(sentences.empty, [
      'Its index.ts has no default export: export default definePlugin({ … }).',
    ])
    assert.deepEqual(sentences.untyped, [
      'label is missing.',
      'description is missing.',
      'attachments is missing.',
      'send is missing.',
    ])
    assert.deepEqual(
      registry.channels().map(({ key }) => key),
      ['pigeon']
    )
  })

  test('a plugin whose translations have faults works, in English where they have', async ({
    assert,
    cleanup,
  }) => {
    const root = await pluginFolder(cleanup, {
      'pigeon/index.ts': channel('pigeon'),
      'pigeon/locales/sv.json': JSON.stringify({ label: 'Duva' }),
      'pigeon/locales/et.json': '{ "label": ',
      'pigeon/locales/lv.json': JSON.stringify({ label: ' ', description: 'Nes {limit}', odd: '' }),
    })
    const registry = await loadPlugins(root, ['pigeon'])
    assert.deepEqual(registry.broken(), [])
    const [pigeon] = registry.channels()
    const told = (locale: string) => [
      translate(pigeon!, 'label', locale),
      translate(pigeon!, 'description', locale),
    ]
    assert.deepEqual(told('sv'), ['Duva', 'Carries messages'])
    assert.deepEqual(told('et'), ['Pigeon', 'Carries messages'])
    assert.deepEqual(told('lv'), ['Pigeon', 'Carries messages'])
    const [{ folder, problems }] = registry.untranslated() as [
      { folder: string; problems: string[] },
    ]
    assert.equal(folder, 'pigeon')
    assert.match(problems[0]!, /^locales\/et\.json is not JSON: /)
    assert.deepEqual(problems.slice(1), [
      'locales/sv.json lacks "description".',
      'locales/lv.json has "odd", which nothing asks for.',
      'locales/lv.json: "label" must be a text.',
      'locales/lv.json: "odd" must be a text.',
      'locales/lv.json: "description" must hold no { }, as in English.',
    ])

    // The command tells the same as a fault.
    const { tried } = await checkPlugin(root, 'pigeon', [])
    assert.deepEqual(tried, [{ title: 'its declaration is right', problems }])
  })

  test('the second plugin with a key is left out', async ({ assert, cleanup }) => {
    const root = await pluginFolder(cleanup, { 'pigeon/index.ts': channel('pigeon'), ...locales })
    const registry = await loadPlugins(root, ['pigeon', './pigeon'])
    assert.lengthOf(registry.channels(), 1)
    assert.deepEqual(registry.broken(), [
      {
        folder: './pigeon',
        problems: ['There is a plugin of the kind channel with the key "pigeon" already.'],
      },
    ])
  })
})
