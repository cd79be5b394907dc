import { test } from '@japa/runner'
import type { Plugin } from '#core/contracts/plugin'
import { checkTranslations } from '#core/plugins/checks/check_translations'
import type { PluginTranslations } from '#core/plugins/translate'
import { aSource, translationsOf } from '#tests/unit/plugins/a_source'

type Locales = Record<string, Record<string, string>>

/** What is said of the good source once its locale files were changed. */
function problemsAfter(change: (locales: Locales) => void) {
  const plugin = aSource().plugin as unknown as Plugin
  const locales = structuredClone(translationsOf(plugin)) as Locales
  change(locales)
  return checkTranslations(plugin, locales as PluginTranslations)
}

test.group('Plugins | translations', () => {
  test('every language has a file', ({ assert }) => {
    assert.deepEqual(
      problemsAfter((locales) => delete locales.et),
      ['There is no locales/et.json.']
    )
  })

  test('a word that is missing is named', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ lv }) => delete lv!['events.call.fields.outcome.choices.answered']),
      ['locales/lv.json lacks "events.call.fields.outcome.choices.answered".']
    )
  })

  test('of many missing words the first are named', ({ assert }) => {
    const [problem] = problemsAfter((locales) => (locales.sv = {}))
    assert.equal(
      problem,
      'locales/sv.json lacks "label", "description", "settings.host.label", "objectTypes.queue.label", "objectTypes.queue.plural" and 35 more.'
    )
  })

  test('a word that nothing asks for is named', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(
        ({ sv }) => (sv!['reportTypes.platform.queue.columns.closed.label'] = 'Stängd')
      ),
      [
        'locales/sv.json has "reportTypes.platform.queue.columns.closed.label", which nothing asks for.',
      ]
    )
  })

  test('what is put in is the same in every language', ({ assert }) => {
    const key = 'reportTypes.platform.queue.columns.within.label'
    assert.deepEqual(
      problemsAfter(({ et }) => (et![key] = 'Vastatud {piir} s jooksul')),
      [`locales/et.json: "${key}" must hold {limit}, as in English.`]
    )
  })

  test('an empty word is no word', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ et }) => (et!.label = ' ')),
      ['locales/et.json: "label" must be a text.']
    )
  })

  test('a preset may be named, in English too', ({ assert }) => {
    const key = 'reportTypes.platform.queue.presets.handled'
    const problems = problemsAfter((locales) => {
      locales.sv![key] = 'Hantering'
      locales.en = { [key]: 'Handling' }
    })
    assert.deepEqual(problems, [])
  })

  test('English stands in the declaration and nowhere else', ({ assert }) => {
    assert.deepEqual(
      problemsAfter((locales) => (locales.en = { label: 'Platform' })),
      ['locales/en.json has "label": English stands in the declaration itself.']
    )
  })

  test('the plugin’s own words stand in all four languages', ({ assert }) => {
    const problems = problemsAfter(({ sv, et, lv }) => {
      sv!['words.sheet'] = et!['words.sheet'] = lv!['words.sheet'] = 'Blad'
    })
    assert.deepEqual(problems, [
      'There is no locales/en.json, which the words of the plugin itself need.',
    ])
    assert.deepEqual(
      problemsAfter((locales) => (locales.en = { 'words.sheet': 'Sheet' })),
      [
        'locales/sv.json lacks "words.sheet".',
        'locales/et.json lacks "words.sheet".',
        'locales/lv.json lacks "words.sheet".',
      ]
    )
  })
})
