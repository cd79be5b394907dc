import { test } from '@japa/runner'
import { registry } from '#core/plugins/registry'
import { actsSuite } from '#tests/contracts/acts_suite'
import { channelSuite } from '#tests/contracts/channel_suite'
import { connectorSuite } from '#tests/contracts/connector_suite'
import { exporterSuite } from '#tests/contracts/exporter_suite'
import { moduleSuite } from '#tests/contracts/module_suite'
import { sourceSuite } from '#tests/contracts/source_suite'
import { widgetSuite } from '#tests/contracts/widget_suite'

test.group('Contract | plugins of this installation', () => {
  test('none is broken, and none lacks a word in any language', ({ assert }) => {
    assert.deepEqual(registry().broken(), [])
    assert.deepEqual(registry().untranslated(), [])
  })

  test('there are sources, exporters, connectors and channels', ({ assert }) => {
    assert.isNotEmpty(registry().channels())
    assert.isNotEmpty(registry().sources())
    assert.isNotEmpty(registry().exporters())
    assert.isNotEmpty(registry().connectors())
  })
})

for (const source of registry().platforms()) sourceSuite(source, registry().folderOf(source)!)
for (const source of registry().platforms()) actsSuite(source, registry().folderOf(source)!)
for (const module of registry().modules()) moduleSuite(module, registry().folderOf(module)!)
for (const exporter of registry().exporters()) exporterSuite(exporter)
for (const connector of registry().connectors()) connectorSuite(connector)
for (const channel of registry().channels()) {
  await channelSuite(channel, registry().folderOf(channel)!)
}
for (const widget of registry().widgets()) widgetSuite(widget, registry().folderOf(widget)!)
