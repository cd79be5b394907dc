import { test } from '@japa/runner'
import type { Plugin } from '#core/contracts/plugin'
import { aSource, problemsAfter } from '#tests/unit/plugins/a_source'

test.group('Plugins | keys that are taken', () => {
  test('a source cannot be called as one before it', ({ assert }) => {
    const loaded = [aSource().plugin as unknown as Plugin]
    assert.deepEqual(
      problemsAfter(() => {}, loaded),
      ['There is a plugin of the kind source with the key "platform" already.']
    )
  })

  test('a report cannot be called as another source’s', ({ assert }) => {
    const other = aSource().plugin
    other.key = 'other'
    assert.deepEqual(
      problemsAfter(() => {}, [other as unknown as Plugin]),
      ['The report "platform.queue" is there already: it is other\'s.']
    )
  })
})
