import { test } from '@japa/runner'
import { planCharts } from '#core/contracts/charts/plan_charts'
import type { PlottedColumn, PlottedRow } from '#core/contracts/charts/plotted'
import type { Chart } from '#core/contracts/report_type'
import { collectDemo } from '#core/demo/actions/collect_demo'
import { registry } from '#core/plugins/registry'
import { madeCustomer } from '#tests/made/customer'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const FROM = '2026-03-02'
const UNTIL = new Date('2026-03-11T09:20:00Z')

interface Type {
  key: string
  columns: { key: string; label: string; description: string }[]
  presets: { key: string; label: string; columns: string[]; breakdown: boolean }[]
}
interface Answer {
  columns: PlottedColumn[]
  rows: PlottedRow[]
  charts: Chart[]
}

test.group('The ready-made reports of every type, with the data of the demo', () => {
  test('show values for what they are named after, and draw all of it, without an open place in a name', async ({
    assert,
  }) => {
    const sources = registry()
      .sources()
      .filter(({ demo }) => demo)
    const customer = await madeCustomer({ plugins: sources.map(({ key }) => key) })
    for (const source of sources) {
      await collectDemo({ source, customer, from: FROM, until: UNTIL, progress: () => undefined })
    }
    const user = await madeUser(customer, { seesEverything: true })
    const { headers } = await madeTicket(user, customer)
    const ask = async <T>(path: string, body?: object): Promise<T> => {
      const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'content-type': 'application/json', 'accept-language': 'sv', ...headers },
        ...(body && { body: JSON.stringify(body) }),
      })
      return (await response.json()) as T
    }
    const { types } = await ask<{ types: Type[] }>('types')
    assert.isAbove(types.length, 30)
    const wrong: string[] = []
    for (const { key, columns, presets } of types) {
      for (const { label, description } of columns) {
        if (/[{}]/.test(label + description)) wrong.push(`${key}: ${label}`)
      }
      for (const preset of presets) {
        const at = `${key} ${preset.key}`
        if (/[{}]/.test(preset.label)) wrong.push(`${at}: ${preset.label}`)
        for (const grouping of ['total', 'object']) {
          const answer = await ask<Answer>('generate', {
            report: key,
            period: { from: FROM, to: '2026-03-10' },
            interval: 'date',
            grouping,
            objects: 'all',
            columns: preset.columns,
            breakdown: preset.breakdown,
          })
          wrong.push(
            ...lacking(answer, preset.columns).map((what) => `${at} by ${grouping}: ${what}`)
          )
        }
      }
    }
    assert.deepEqual(wrong, [])
  })
})

/** What a report does not show: values of its columns, a picture, and in pictures no more than numbers. */
function lacking({ columns, rows, charts }: Answer, wanted: readonly string[]): string[] {
  const found = (name: string) =>
    columns.filter(({ key }) => key === name || key.startsWith(`${name}_`))
  const empty = wanted.filter((name) =>
    found(name).every(({ key }) => rows.every((row) => (row[key] ?? null) === null))
  )
  const plans = planCharts(charts, columns, rows, 'Övriga')
  const series = plans.flatMap((plan) => plan.series)
  const labels = series.filter(({ label }) => label === '' || /[{}]|NaN|undefined/.test(label))
  const odd = series.filter(({ values }) =>
    values.some((value) => value !== null && !Number.isFinite(value))
  )
  const short = plans.filter((plan) =>
    plan.series.some(({ values }) => values.length !== plan.rows.length)
  )
  const drawn = series.some(({ values }) => values.some((value) => value !== null && value > 0))
  return [
    ...empty.map((name) => `no value of ${name}`),
    ...[...labels, ...odd].map(({ key, label }) => `${key} is drawn as “${label}”`),
    ...short.map(({ label }) => `${label} lacks values`),
    ...(drawn ? [] : ['nothing is drawn']),
  ]
}
