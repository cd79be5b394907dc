import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { codesWithoutWords } from '#tests/architecture/codes_without_words'
import { paths, sourceFiles } from '#tests/architecture/source_files'

/** Every code that the server, a plugin or the page itself makes errors of. */
const codes = new Set(
  sourceFiles('core', 'plugins', 'providers', 'start', 'frontend')
    .filter(({ path }) => !path.includes('/tests/'))
    .flatMap(({ text }) => [...text.matchAll(/'(E_[A-Z0-9_]*[A-Z0-9])'/g)].map(([, code]) => code!))
)

/** The codes that modules have words for: `words.problems.<code>`. */
const ofModules = new Set(
  paths('plugins/modules')
    .filter((path) => path.endsWith('/locales/en.json'))
    .flatMap((path) =>
      [
        ...readFileSync(app.makePath(path), 'utf8').matchAll(/"words\.problems\.(E_[A-Z0-9_]+)":/g),
      ].map(([, code]) => code!)
    )
)

/** The codes that the page has words for. The other languages have the words that English has. */
const worded = new Set(
  paths('frontend/locales')
    .filter((path) => /\/en(\.json|\/)/.test(path))
    .flatMap((path) =>
      [...readFileSync(app.makePath(path), 'utf8').matchAll(/"(E_[A-Z0-9_]+)":/g)].map(
        ([, code]) => code!
      )
    )
)

test.group('Architecture | words for errors', () => {
  test('each code has words on the page, or is known to need none', ({ assert }) => {
    assert.isAbove(codes.size, 150)
    const missing = [...codes].filter(
      (code) => !worded.has(code) && !ofModules.has(code) && !codesWithoutWords.has(code)
    )
    assert.deepEqual(missing, [])
  })

  test('no words are kept for codes that are gone, nor exceptions for codes that have words', ({
    assert,
  }) => {
    assert.deepEqual(
      [...worded, ...ofModules].filter((code) => !codes.has(code)),
      []
    )
    assert.deepEqual(
      [...codesWithoutWords].filter((code) => worded.has(code) || !codes.has(code)),
      []
    )
  })
})
