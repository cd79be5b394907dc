import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import type { ModulePlugin } from '#core/contracts/module'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { makePlugin } from '#core/plugins/actions/make_plugin'
import { checkPlugin } from '#core/plugins/queries/check_plugin'
import { pluginFolder } from '#tests/unit/plugins/plugin_folder'

const made = async (cleanup: Parameters<typeof pluginFolder>[0], pages?: string) => {
  const root = await pluginFolder(cleanup)
  const folder = join(root, 'shift_notes')
  const paths = await makePlugin(app, {
    kind: 'module',
    key: 'shift_notes',
    label: 'Växelns lapp',
    folder,
  })
  if (pages) await writeFile(join(folder, 'frontend', 'pages.ts'), pages)
  const checked = await checkPlugin(root, folder, [])
  return { ...checked, paths }
}
const declared = async (cleanup: Parameters<typeof pluginFolder>[0]) => {
  const { plugin } = await made(cleanup)
  return plugin as ModulePlugin
}

test.group('Plugins | a new module', () => {
  test('it passes every check as it is made', async ({ assert, cleanup }) => {
    const { paths, plugin, tried } = await made(cleanup)
    assert.includeMembers(paths, [
      'README.md',
      'frontend/NotesPage.vue',
      'frontend/pages.ts',
      'index.ts',
      'locales/en.json',
      'migrations/0001_create_notes.ts',
      'operations/add_note.ts',
      'operations/list_notes.ts',
      'reports/notes.ts',
      'tests/notes.spec.ts',
    ])
    assert.equal(plugin?.label, 'Växelns lapp')
    assert.deepEqual(
      tried.map(({ title, problems }) => ({ title, problems })),
      [
        { title: 'its declaration is right', problems: [] },
        { title: 'its pages name what there is', problems: [] },
      ]
    )
  })

  test('an operation without a capability or a validator is told', async ({ assert, cleanup }) => {
    const module = await declared(cleanup)
    const [first] = module.operations
    const told = (change: object) =>
      checkDeclaration({ ...module, operations: [{ ...first!, ...change }] })
    assert.deepEqual(told({ capability: 'erase' }), [
      'Operation GET "notes": there is no capability "erase". There are: "read", "write".',
    ])
    assert.deepEqual(told({ input: {} }), [
      'operations[0].input must be a validator: vine.create({ … }).',
    ])
    assert.deepEqual(told({ path: '/notes/' }), [
      'Operation GET "/notes/": its path is words and :parameters, such as "topics/:id".',
    ])
    assert.deepEqual(checkDeclaration({ ...module, operations: [first!, first!] }), [
      'There are several operations GET notes.',
    ])
  })

  test('a line of rights that lets in more than it may is told', async ({ assert, cleanup }) => {
    const module = await declared(cleanup)
    const line = { ...module.capabilities.read!, nobody: 'yes', ticket: 'yes' }
    const capabilities = { ...module.capabilities, read: line } as ModulePlugin['capabilities']
    assert.deepEqual(checkDeclaration({ ...module, capabilities }), [
      'capabilities.read.ticket must be one of owner.',
      'capabilities.read.nobody is unknown. Known are: does, administrator, user, customerUser, ticket, invitedOperator.',
    ])
  })

  test('a prefix that could be another’s is told, and so is a key that core uses', async ({
    assert,
    cleanup,
  }) => {
    const module = await declared(cleanup)
    assert.deepEqual(checkDeclaration({ ...module, prefix: 'saved_' }), [
      'The prefix "saved_" is taken: tables of core begin so.',
    ])
    assert.deepEqual(checkDeclaration({ ...module, prefix: 'Notes' }), [
      'The prefix "Notes" must be 2 to 16 lower case letters and digits, and _, such as "notes_".',
    ])
    const other = { ...module, key: 'other', source: undefined } as unknown as ModulePlugin
    assert.deepEqual(checkDeclaration(module, [other]), [
      'The prefix "shiftnotes_" is taken: other has "shiftnotes_".',
    ])
    const { source, ...rest } = module
    assert.isDefined(source)
    assert.deepEqual(checkDeclaration({ ...rest, key: 'jobs' }), [
      'No module can be called "jobs": core has addresses of that name.',
    ])
  })

  test('a page without a capability or a word is told', async ({ assert, cleanup }) => {
    const { tried } = await made(
      cleanup,
      `export default {
        routes: [{ name: 'notes', path: '', capability: 'look', title: 'heading', view: () => null }],
        menu: [{ route: 'other', label: 'title', icon: 'x' }],
      }`
    )
    assert.deepEqual(tried[1]?.problems, [
      'Page "notes": there is no capability "look". There are: "read", "write".',
      'The menu names a page "other". There are: "notes".',
      'locales/en.json lacks "words.heading", which a page is called by.',
    ])
  })
})
