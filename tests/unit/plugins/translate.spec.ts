import { test } from '@japa/runner'
import type { Plugin } from '#core/contracts/plugin'
import { keepTranslations, translate } from '#core/plugins/translate'
import { aSource } from '#tests/unit/plugins/a_source'

const preset = 'reportTypes.platform.queue.presets.handled'
const columns = 'reportTypes.platform.queue.columns'

function translated() {
  const plugin = aSource().plugin as unknown as Plugin
  keepTranslations(plugin, {
    sv: { [`${columns}.incoming.label`]: 'Inkommande', [`${columns}.answered.label`]: 'Besvarade' },
    et: { [preset]: 'Kokkuvõte' },
    en: {},
  })
  return plugin
}

test.group('Plugins | translation', () => {
  test('a preset is called after its columns, in the language of the reader', ({ assert }) => {
    assert.equal(translate(translated(), preset, 'sv'), 'Inkommande - Besvarade')
    assert.equal(translate(translated(), preset, 'en'), 'Incoming - Answered')
  })

  test('a preset that a language names is called so', ({ assert }) => {
    assert.equal(translate(translated(), preset, 'et'), 'Kokkuvõte')
  })

  test('a word that a language lacks is told in English', ({ assert }) => {
    assert.equal(translate(translated(), 'objectTypes.queue.plural', 'sv'), 'Queues')
    assert.equal(
      translate(translated(), 'events.call.fields.outcome.choices.answered', 'lv'),
      'Answered'
    )
  })
})
