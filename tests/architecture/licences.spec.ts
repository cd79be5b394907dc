import { existsSync, readdirSync, readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

/** Licences that ask for nothing but that they are kept with the copy. */
const permissive = [
  'MIT',
  'MIT/X11',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'CC-BY-4.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

/** Packages that are used all the same, and why they may be. */
const exceptions: Readonly<Record<string, string>> = {
  'lightningcss':
    'MPL-2.0, which binds changes to its own files. It is used unchanged, to build the page, and nothing of it is in what is built.',
  'buffers':
    'The package (2010, beneath the library for workbooks) names none; its repository has the MIT licence.',
  'vaul-vue': 'The package (beneath the UI kit) names none; its repository has the MIT licence.',
}

interface Entry {
  dev?: true
  optional?: true
  license?: string
}

test.group('Architecture | licences', () => {
  const { packages } = JSON.parse(readFileSync(app.makePath('package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>
  }
  const installed = Object.entries(packages).filter(([path, entry]) => path !== '' && !entry.dev)
  const refused = installed
    .map(([path, entry]) => ({ name: nameOf(path), licence: licenceOf(path, entry) }))
    .filter(({ licence }) => !allows(licence))

  test('everything that runs in the product may be used and sold with it', ({ assert }) => {
    assert.isAbove(installed.length, 300)
    assert.deepEqual(
      refused
        .filter(({ name }) => exceptionFor(name) === undefined)
        .map(({ name, licence }) => `${name}: ${licence}`),
      []
    )
  })

  test('every exception is still needed', ({ assert }) => {
    const needed = new Set(refused.map(({ name }) => exceptionFor(name)))
    assert.deepEqual(
      Object.keys(exceptions).filter((name) => !needed.has(name)),
      []
    )
  })
})

function nameOf(path: string) {
  return path.slice(path.lastIndexOf('node_modules/') + 13)
}

/** An exception also covers the builds of a package for each system, such as `lightningcss-linux-x64-gnu`. */
function exceptionFor(name: string) {
  const systems = '(android|darwin|freebsd|linux|win32)'
  return Object.keys(exceptions).find((key) => new RegExp(`^${key}(-${systems}-.*)?$`).test(name))
}

function licenceOf(path: string, entry: Entry): string {
  const folder = app.makePath(path)
  if (entry.license) return entry.license
  // A build for another system is not here to be read: that for this system, from the same package, is.
  if (!existsSync(folder)) return entry.optional ? 'MIT' : 'not installed'
  const { license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Entry
  if (license) return license
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name))
  const text = file ? readFileSync(`${folder}/${file}`, 'utf8') : ''
  return /\bMIT License\b/i.test(text) ? 'MIT' : 'none named'
}

/** `(A OR B)` may be taken as either, `A AND B` binds to both. */
function allows(expression: string): boolean {
  const plain = expression.replace(/^\(|\)$/g, '')
  if (plain.includes(' OR ')) return plain.split(' OR ').some(allows)
  return plain.split(' AND ').every((licence) => permissive.includes(licence.trim()))
}
