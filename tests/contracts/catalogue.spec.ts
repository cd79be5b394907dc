import { readFileSync } from 'node:fs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { describeCatalogue } from '#core/plugins/queries/describe_catalogue'
import { registry } from '#core/plugins/registry'
import { divideColumns, rowsColumns, valuesColumns } from '#core/reports/feed/feed_columns'
import { callColumns } from '#core/reports/feed/call_columns'
import { reportWords } from '#core/reports/document/report_words'
import type { ReportQuery } from '#core/reports/report_query'

type Kept = Record<string, { columns: Record<string, string>; fields: Record<string, string> }>

const kept = JSON.parse(
  readFileSync(app.makePath('tests/contracts/catalogue.json'), 'utf8')
) as Kept

const BREAKS =
  'Models in Power BI and Qlik, spreadsheets and saved reports know a figure by this key alone: where it is gone or means something else their columns become empty, and nobody is told. Keep the key, and add a new one beside it.'
const NEW =
  'It is new, and will be known by this key for ever. If that is meant: node ace plugin:catalogue > tests/contracts/catalogue.json'

test.group('Contract | the keys that other systems know figures by', () => {
  const now = describeCatalogue(registry().sources())
  const entries = (catalogue: Kept) =>
    Object.entries(catalogue).flatMap(([report, { columns, fields }]) => [
      ...Object.entries(columns).map(([key, what]) => `${report}: column ${key}, ${what}`),
      ...Object.entries(fields).map(([key, what]) => `${report}: field ${key}, ${what}`),
    ])
  const [before, present] = [new Set(entries(kept)), new Set(entries(now))]

  test('are all still there and mean what they meant', ({ assert }) => {
    assert.isAbove(before.size, 300)
    assert.deepEqual(
      [...before].filter((one) => !present.has(one)),
      [],
      BREAKS
    )
  })

  test('are all written down', ({ assert }) => {
    assert.deepEqual(
      [...present].filter((one) => !before.has(one)),
      [],
      NEW
    )
  })

  test('are simple identifiers, and each stands once in its table', ({ assert }) => {
    const wrong: string[] = []
    for (const { source, type } of registry().reportTypes()) {
      const words = reportWords(source, 'sv')
      for (const grouping of ['total', 'groupAndObject'] as const) {
        for (const interval of ['date', 'timeOfDay'] as const) {
          const query = {
            report: type.key,
            interval,
            grouping,
            columns: 'all',
            breakdown: true,
            parameters: {},
          } as unknown as ReportQuery
          const naming = { query, type, source, words }
          const names = divideColumns(type, query)
          const tables = [
            names.rows.length ? rowsColumns(naming, names.rows) : [],
            valuesColumns(naming),
            callColumns(naming),
          ]
          for (const columns of tables) {
            // Some tools begin their names with a capital, and some tell capitals from none by nothing.
            const keys = columns.map(({ key }) => key.toLowerCase())
            const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
            const odd = keys.filter((key) => !/^[a-z]\w*$/.test(key))
            wrong.push(...[...twice, ...odd].map((key) => `${type.key}: ${key}`))
          }
        }
      }
    }
    assert.deepEqual([...new Set(wrong)], [])
  })
})
