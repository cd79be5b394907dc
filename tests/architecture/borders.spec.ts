import { basename } from 'node:path'
import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import {
  foldersIn,
  isBuiltIn,
  isPackage,
  packageOf,
  paths,
  pluginFolders,
  sourceFiles,
  target,
  type SourceFile,
} from '#tests/architecture/source_files'

/** Which imports of some files are not allowed, as `file imports what`. */
const forbidden = (
  files: readonly SourceFile[],
  allowed: (specifier: string, file: SourceFile) => boolean
) =>
  files.flatMap((file) =>
    file.imports
      .filter((specifier) => !allowed(specifier, file))
      .map((specifier) => `${file.path} imports ${specifier}`)
  )

const inside = (folder: string, path: string | undefined) => path?.startsWith(`${folder}/`) === true

/** A file of a program of a module's document: it may take of the page what needs none of its kit. */
const isDocument = (folder: string, { path }: SourceFile) =>
  folder.startsWith('plugins/modules/') && /\/frontend\/[a-z_]+\//.test(path)

/** What a module's tables begin with, as its declaration says. */
const prefixOf = (folder: string) =>
  /prefix: '(\w+)'/.exec(readFileSync(app.makePath(folder, 'index.ts'), 'utf8'))?.[1] ?? folder

/** What the product itself consists of, without what is plugged into it. */
const product = ['core', 'start', 'frontend', 'providers', 'bin', 'database']

test.group('Architecture | the product and its plugins', () => {
  test('the product imports no plugin', ({ assert }) => {
    const files = sourceFiles(...product)
    assert.isAbove(files.length, 50)
    assert.deepEqual(
      forbidden(
        files,
        (specifier, file) =>
          !specifier.startsWith('#plugins') && !inside('plugins', target(file, specifier))
      ),
      []
    )
  })

  test('the product names no plugin', ({ assert }) => {
    const folders = pluginFolders()
    assert.isNotEmpty(folders)
    // A channel is called by the medium that a person chooses, as “by SMS”, which the product speaks of too.
    const named = folders.filter(
      (folder) =>
        !folder.startsWith('plugins/channels/') &&
        // These two are called by a format of the web, which the product's own API speaks of too.
        !['plugins/connectors/json', 'plugins/connectors/xml'].includes(folder)
    )
    const names = named.map((folder) => {
      const key = basename(folder)
      // The tables of a module are nobody else's either.
      if (folder.startsWith('plugins/modules/')) return `['"\`]${key}['"\`]|\\b${prefixOf(folder)}`
      // A source's name is nobody else's; what an exporter is called may be a word of the language, so only a literal counts.
      return folder.startsWith('plugins/sources/') ? `\\b${key}\\b` : `['"\`]${key}['"\`]`
    })
    const name = new RegExp([...names, ...folders].join('|'))
    const found = paths(...product)
      .filter((path) => /\.(ts|vue|json|edge|stub)$/.test(path))
      .filter((path) => name.test(readFileSync(app.makePath(path), 'utf8')))
    assert.deepEqual(found, [])
  })

  test('nothing imports a module but the module itself, so that it can be taken away', ({
    assert,
  }) => {
    const all = sourceFiles(...product, 'config', 'tests', 'bench', 'scripts', 'plugins')
    const wrong = foldersIn('plugins/modules').flatMap((name) => {
      const folder = `plugins/modules/${name}`
      const others = all.filter(({ path }) => !inside(folder, path))
      return forbidden(
        others,
        (specifier, file) =>
          !specifier.startsWith(`#${folder}/`) && !inside(folder, target(file, specifier))
      )
    })
    assert.deepEqual(wrong, [])
  })

  test('a plugin imports the contracts, packages and its own files only', ({ assert }) => {
    const { dependencies } = JSON.parse(readFileSync(app.makePath('package.json'), 'utf8')) as {
      dependencies: Record<string, string>
    }
    const wrong = pluginFolders().flatMap((folder) => {
      const files = sourceFiles(folder).filter(({ path }) => !inside(`${folder}/tests`, path))
      return forbidden(
        files,
        (specifier, file) =>
          specifier.startsWith('#core/contracts/') ||
          isBuiltIn(specifier) ||
          (isPackage(specifier) && packageOf(specifier) in dependencies) ||
          (specifier.startsWith('#page/') && isDocument(folder, file)) ||
          inside(folder, target(file, specifier))
      )
    })
    assert.deepEqual(wrong, [])
  })

  test('the tests of a plugin import no other plugin', ({ assert }) => {
    const wrong = pluginFolders().flatMap((folder) =>
      forbidden(
        sourceFiles(`${folder}/tests`),
        (specifier, file) =>
          !specifier.startsWith('.') ||
          inside(folder, target(file, specifier)) ||
          !inside('plugins', target(file, specifier))
      )
    )
    assert.deepEqual(wrong, [])
  })

  test('a source reaches the network only by the fetch that it is handed', ({ assert }) => {
    const ways = [
      'http',
      'https',
      'http2',
      'net',
      'tls',
      'dgram',
      'child_process',
      'worker_threads',
    ]
    const files = sourceFiles('plugins/sources').filter(({ path }) => !path.includes('/tests/'))
    assert.deepEqual(
      forbidden(files, (specifier) => !ways.includes(specifier.replace('node:', ''))),
      []
    )
  })

  test('the contracts import nothing of ours', ({ assert }) => {
    const files = sourceFiles('core/contracts')
    assert.isAbove(files.length, 5)
    assert.deepEqual(
      forbidden(
        files,
        (specifier, file) =>
          isBuiltIn(specifier) ||
          isPackage(specifier) ||
          inside('core/contracts', target(file, specifier))
      ),
      []
    )
  })

  test('the page imports the contracts of the server, and no other part of it', ({ assert }) => {
    assert.deepEqual(
      forbidden(
        sourceFiles('frontend'),
        (specifier, file) =>
          specifier.startsWith('#core/contracts/') ||
          (!specifier.startsWith('#') &&
            (!specifier.startsWith('.') || inside('frontend', target(file, specifier))))
      ),
      []
    )
  })

  test('the page opens plugins in three places: widgets’ views, what they show on boards, and modules’ pages', ({
    assert,
  }) => {
    const opening = sourceFiles('frontend').filter(({ text }) =>
      /['"`](\.\.\/)+plugins\//.test(text)
    )
    assert.deepEqual(
      opening.map(({ path }) => path),
      [
        'frontend/modules.ts',
        'frontend/visualisations/shows.ts',
        'frontend/visualisations/widgets.ts',
      ]
    )
  })
})

test.group('Architecture | inside the product', () => {
  test('the container is known to one file', ({ assert }) => {
    const files = sourceFiles('core', 'providers', 'start', 'bin', 'plugins', 'config')
    const knowing = files.filter(({ imports }) => imports.includes('tsyringe'))
    assert.deepEqual(
      knowing.map(({ path }) => path),
      ['core/plugins/registry.ts']
    )
  })

  test('fact tables are touched by facts and read by reports, and by nothing else', ({
    assert,
  }) => {
    const store = /^#core\/facts\/(store|fact_store|fact_table|engine\/)/
    const files = sourceFiles('core', 'start', 'providers', 'plugins').filter(
      ({ path }) => !inside('core/facts', path) && !inside('core/reports', path)
    )
    const wrong = forbidden(files, (specifier) => !store.test(specifier))
    // It opens and closes the store, and reads nothing.
    const opener = 'providers/facts_provider.ts imports '
    assert.deepEqual(
      wrong.filter((sentence) => !sentence.startsWith(opener)),
      []
    )
    const naming = files.filter(({ text }) => /\b(from|into|table)\s+`?facts\./i.test(text))
    assert.deepEqual(
      naming.map(({ path }) => path),
      []
    )
  })

  test('nothing lies in a folder whose name says nothing', ({ assert }) => {
    const vague = [
      'util',
      'utils',
      'helper',
      'helpers',
      'service',
      'services',
      'lib',
      'common',
      'shared',
      'misc',
    ]
    // tests/services tries the product with real services: databases, mail, a browser's server.
    const files = paths('core', 'plugins', 'frontend', 'start', 'providers', 'database', 'tests')
    const found = files.filter(
      (path) =>
        !path.startsWith('tests/services/') &&
        path
          .split('/')
          .slice(0, -1)
          .some((name) => vague.includes(name))
    )
    assert.deepEqual(found, [])
  })
})
