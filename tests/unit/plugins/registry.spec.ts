import { test } from '@japa/runner'
import type { Plugin } from '#core/contracts/plugin'
import { Registry } from '#core/plugins/registry'
import { aSource } from '#tests/unit/plugins/a_source'

test.group('Plugins | registry', () => {
  test('a kind that nothing is installed of is empty', ({ assert }) => {
    const registry = new Registry()
    assert.deepEqual(registry.sources(), [])
    assert.deepEqual(registry.widgets(), [])
    assert.deepEqual(registry.reportTypes(), [])
  })

  test('a report is found with the source it belongs to', ({ assert }) => {
    const registry = new Registry()
    const plugin = aSource().plugin as unknown as Plugin
    registry.add(plugin, '/plugins/platform')
    const { source, type } = registry.reportType('platform.queue')
    assert.equal(source.label, 'Platform')
    assert.equal(type.label, 'Queues')
    assert.equal(registry.folderOf(plugin), '/plugins/platform')
  })

  test('what is unknown is told with what is known', ({ assert }) => {
    const registry = new Registry()
    registry.add(aSource().plugin as unknown as Plugin, '/plugins/platform')
    assert.throws(
      () => registry.reportType('platform.queues'),
      'There is no report "platform.queues". There are: platform.queue.'
    )
    assert.throws(() => registry.source('pbx'), 'There is no source "pbx". There are: platform.')
    assert.throws(() => registry.exporter('pdf'), 'There is no format "pdf". None is installed.')
  })

  test('two registries do not see each other', ({ assert }) => {
    const one = new Registry()
    one.add(aSource().plugin as unknown as Plugin, '/plugins/platform')
    assert.lengthOf(one.sources(), 1)
    assert.lengthOf(new Registry().sources(), 0)
  })
})
