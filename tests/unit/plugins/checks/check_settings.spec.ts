import { test } from '@japa/runner'
import { problemsAfter, type Loose } from '#tests/unit/plugins/a_source'

const problemsOf = (setting: Loose) =>
  problemsAfter(({ plugin }) => (plugin.pointSettings = { asked: { label: 'Asked', ...setting } }))

test.group('Plugins | settings', () => {
  const wrong: [title: string, setting: Loose, sentence: string][] = [
    ['a choice needs choices', { type: 'choice' }, 'a choice needs choices.'],
    [
      'only a choice has choices',
      { type: 'text', choices: { a: 'A' } },
      'it has choices, and its type is text.',
    ],
    [
      'the default is one of the choices',
      { type: 'choice', choices: { a: 'A' }, default: 'b' },
      'the default "b" is none of its choices: "a".',
    ],
    [
      'a secret is nowhere written down',
      { type: 'secret', default: 'abc' },
      'a secret has no default.',
    ],
    [
      'the default has the type',
      { type: 'number', default: '5' },
      'the default "5" is no value of the type number.',
    ],
    [
      'the default zone is a zone',
      { type: 'zone', default: 'Mars/Olympus' },
      'the default "Mars/Olympus" is no value of the type zone.',
    ],
    [
      'the default map is of names and texts',
      { type: 'map', default: { id: 1 } },
      'the default {"id":1} is no value of the type map.',
    ],
  ]
  for (const [title, setting, sentence] of wrong) {
    test(title, ({ assert }) => {
      assert.deepEqual(problemsOf(setting), [`Setting of a collection point "asked": ${sentence}`])
    })
  }
})
