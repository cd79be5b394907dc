import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { Column } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import { columns } from '../format/columns.js'
import switchboard from '../index.js'
import swedish from '../locales/sv.json' with { type: 'json' }

const reportTypes = switchboard.reportTypes as readonly ReportType[]
const words: Record<string, string> = swedish
const report = (key: string) => reportTypes.find((type) => type.key === `switchboard.${key}`)!
const labels = (key: string, count: number) =>
  Object.keys(report(key).columns)
    .slice(0, count)
    .map((column) => words[`reportTypes.switchboard.${key}.columns.${column}.label`])
const off = (key: string, count: number) =>
  Object.entries<Column>(report(key).columns)
    .slice(0, count)
    .filter(([, { basic }]) => !basic)
    .map(([column]) => words[`reportTypes.switchboard.${key}.columns.${column}.label`])

test.group('Reports of the switchboard', () => {
  test('users have the 22 columns of the manual, in its words and order', ({ assert }) => {
    assert.deepEqual(labels('users', 22), [
      'Totalt inkommande',
      'Inkommande (direkt)',
      'Inkommande (via annan)',
      'Inkommande (interna)',
      'Inkommande (från kö)',
      'Inkommande (från kö) - Specifikation ({value})',
      'Ej besvarade',
      'Upptaget',
      'Totalt omstyrda',
      'Omstyrda (till annat nummer)',
      '(M) Svarstid',
      'Inkommande (M) Samtalstid',
      'Totalt utgående',
      'Utgående (externa)',
      'Utgående (interna)',
      'Utgående (ej besvarade)',
      'Utgående (upptaget)',
      'Utgående (M) Samtalstid',
      'Uttransporterade',
      'Totalt antal samtal (in/ut)',
      'Total samtalstid (in/ut)',
      'Fel',
    ])
    assert.deepEqual(off('users', 22), [
      'Inkommande (direkt)',
      'Inkommande (via annan)',
      'Inkommande (från kö) - Specifikation ({value})',
    ])
  })

  test('advanced answer groups have the 26 columns of the manual, in its words and order', ({
    assert,
  }) => {
    assert.deepEqual(labels('answerGroups', 26), [
      'Inkommande',
      'Inkommande (direkt)',
      'Inkommande (via annan)',
      'Kö stängd',
      'Besvarade',
      'Ej besvarade',
      'Callbacks begärda',
      'Callbacks hanterade',
      '(M) Svarstid',
      '(längsta) Svarstid',
      '(M) Samtalstid',
      'Samtalstid',
      '(M) Kötid ej besvarade',
      'Totalt vidarekopplade',
      'Vidarekopplade (p.g.a. inga agenter/overflow)',
      'Vidarekopplade (p.g.a. kö-timeout)',
      'Vidarekopplade (nattkoppling)',
      'Vidarekopplade till tjänster',
      'Besvarade inom {limit} sekunder',
      'Ej besvarade inom {limit} sekunder',
      '(%) Servicegrad ({limit} sekunder)',
      '(%) Besvarade',
      '(%) Ej besvarade',
      '(%) Vidarekopplade',
      'Transporterade ut',
      'Besvarat av medlem - Specifikation ({value})',
    ])
    assert.deepEqual(off('answerGroups', 26), [
      'Inkommande (direkt)',
      'Inkommande (via annan)',
      '(längsta) Svarstid',
    ])
  })

  test('five of the report types are basic, as in the table of the manual', ({ assert }) => {
    assert.deepEqual(
      reportTypes.filter(({ basic }) => basic).map(({ key }) => words[`reportTypes.${key}.label`]),
      [
        'Användare',
        'Avancerad Svarsgrupp - Telefonist',
        'Svarsgrupper',
        'Funktionsnummer',
        'Menyval (IVR)',
      ]
    )
  })

  test('the call specification has the fields that the manual filters by', ({ assert }) => {
    const { specification } = report('answerGroups')
    assert.deepEqual(
      specification.map((field) => words[`events.queueCall.fields.${field}.label`]),
      [
        'Typ',
        'Från',
        'Vidarekopplat från',
        'Grupp',
        'Besvarat av medlem',
        'Kötid',
        'Samtalslängd',
        'Vidarekopplat till',
      ]
    )
  })

  test('whole calls are part of no partition', ({ assert }) => {
    const parts = reportTypes.flatMap((type) =>
      Object.values<Column>(type.columns).flatMap(({ consistsOf }) => (consistsOf ?? []).flat())
    )
    assert.notInclude(parts, 'calls')
    assert.deepEqual(
      reportTypes.filter(({ columns: all }) => 'calls' in all).map(({ key }) => key.slice(12)),
      [
        'users',
        'answerGroups',
        'agentsPerAnswerGroup',
        'huntGroups',
        'functionNumbers',
        'menus',
        'menuForwardedTo',
        'answerGroupSources',
        'organisation',
        'externalSystems',
      ]
    )
  })

  test('the page about the format describes every column', async ({ assert }) => {
    const page = await readFile(new URL('../README.md', import.meta.url), 'utf8')
    const described = [...page.matchAll(/^\| \d+ \| `(\w+)`/gm)].map(([, name]) => name)
    assert.deepEqual(described, [...columns])
  })
})
