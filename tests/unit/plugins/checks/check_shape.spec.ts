import { test } from '@japa/runner'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const problemsOf = (plugin: unknown) => checkDeclaration(plugin as Plugin)

test.group('Plugins | a declaration written without types', () => {
  test('the good source has no problems', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(() => {}),
      []
    )
  })

  test('every key that is missing is named, and nothing is thrown', ({ assert }) => {
    assert.deepEqual(problemsOf({ kind: 'channel', key: 'sms' }), [
      'label is missing.',
      'description is missing.',
      'attachments is missing.',
      'send is missing.',
    ])
  })

  test('a kind that there is not is told with those there are', ({ assert }) => {
    assert.deepEqual(problemsOf({ kind: 'reader' }), [
      'kind must be one of source, exporter, connector, channel, widget, module.',
    ])
    assert.deepEqual(problemsOf(null), ['The plugin must be an object.'])
  })

  test('a misspelt key is told with the known ones', ({ assert }) => {
    assert.deepEqual(
      problemsAfter(({ report }) => (report.preset = {})),
      [
        'reportTypes[0].preset is unknown. Known are: key, label, description, basic, events, subject, breakdown, breakdownByDefault, where, spans, unitedBy, parameters, columns, headline, presets, charts, specification, followUp.',
      ]
    )
  })

  const wrong: [title: string, change: (source: Loose) => void, sentence: string][] = [
    [
      'a label that is no text',
      ({ columns }) => (columns.incoming.label = 7),
      'reportTypes[0].columns.incoming.label must be a text.',
    ],
    [
      'a unit that there is not',
      ({ columns }) => (columns.incoming.unit = 'calls'),
      'reportTypes[0].columns.incoming.unit must be one of count, seconds, percent, number, time, text.',
    ],
    [
      'report types that are no list',
      ({ plugin }) => (plugin.reportTypes = {}),
      'reportTypes must be a list.',
    ],
    [
      'a repetition by nothing known',
      ({ columns }) => (columns.within.per = { limit: 'limits' }),
      'reportTypes[0].columns.within.per must be one of { limits }, { bands } and { field }.',
    ],
    [
      'a limit that is no whole number of seconds',
      ({ report }) => (report.parameters.limits.default = [20, 40.5]),
      'reportTypes[0].parameters.limits.default[1] must be whole seconds, 0 or more.',
    ],
    [
      'choices of a field that is no choice',
      ({ plugin }) => (plugin.events[1].fields.seconds.choices = {}),
      'events[1].fields.seconds.choices is unknown. Known are: label, description, personal, type.',
    ],
    [
      'a collector that is no class',
      ({ plugin }) => (plugin.collector = 'collector.ts'),
      'collector must be a function or class.',
    ],
  ]
  for (const [title, change, sentence] of wrong) {
    test(`${title} is told by its path`, ({ assert }) => {
      assert.include(problemsAfter(change), sentence)
    })
  }
})
