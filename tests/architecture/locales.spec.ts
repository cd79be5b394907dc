import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { paths } from '#tests/architecture/source_files'

const languages = ['sv', 'en', 'et', 'lv']

/** Key → text, of every file of a language; keys begin with the file's name. */
function textsOf(folder: string, language: string): Map<string, string> {
  const files = paths(folder).filter((path) => path.endsWith('.json'))
  const mine = files.filter(
    (path) => path === `${folder}/${language}.json` || path.startsWith(`${folder}/${language}/`)
  )
  return new Map(
    mine.flatMap((path) => {
      const file = path.slice(folder.length + 1).replace(language, '')
      return flatten(JSON.parse(readFileSync(app.makePath(path), 'utf8')), file)
    })
  )
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]]
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path} ${key}`))
}

/** What is put into a text: `{name}`, `{count, plural, …}`. */
const holders = (text: string) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort().join()

for (const folder of ['core/locales', 'frontend/locales']) {
  test.group(`Architecture | words in ${folder}`, () => {
    const english = textsOf(folder, 'en')

    test('there are some', ({ assert }) => {
      assert.isAbove(english.size, 5)
    })

    for (const language of languages) {
      const texts = textsOf(folder, language)

      test(`${language} has every word, and none that the others lack`, ({ assert }) => {
        assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort())
      })

      test(`no word of ${language} is empty`, ({ assert }) => {
        const empty = [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)
        assert.deepEqual(empty, [])
      })

      test(`${language} puts the same things into its words as English`, ({ assert }) => {
        const unlike = [...texts]
          .filter(([key, text]) => holders(text) !== holders(english.get(key) ?? text))
          .map(([key]) => key)
        assert.deepEqual(unlike, [])
      })
    }
  })
}
