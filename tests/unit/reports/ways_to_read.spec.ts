import { test } from '@japa/runner'
import type { ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeReport } from '#core/reports/make_report'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const norr = [{ id: 1, name: 'Norr' }]
const objects = [
  object(1, 'queue', 'support', { name: 'Support "A" \\ ö', groups: norr }),
  object(2, 'queue', 'sales', { name: 'Sales', groups: [...norr, { id: 2, name: 'Syd' }] }),
  object(3, 'queue', 'gone', { name: 'Gone', removed: true }),
  object(4, 'user', 'anna', { name: 'Anna Hansson' }),
]
const events = Array.from({ length: 90 }, (_, index) => ({
  at: new Date(Date.UTC(2026, 0, 1 + (index % 30), 6 + (index % 11))).toISOString(),
  fields: {
    queue: index % 3 ? 'support' : 'sales',
    user: index % 2 ? 'anna' : null,
    callId: `c${index}`,
    caller: `"${index % 7}"\n`,
    outcome: index % 5 ? 'answered' : 'abandoned',
    wait: index % 30,
    points: '0.5',
  } as Row,
}))
const made = world(objects, events)

type Query = Parameters<typeof asking>[0]
const queries: Query[] = (['date', 'timeOfDay', 'period', 'weekday'] as const).flatMap((interval) =>
  (['object', 'group', 'groupAndObject', 'total'] as const).flatMap((grouping) =>
    [true, false].map((emptyRows) => ({
      period: { from: '2026-01-01', to: '2026-02-10' },
      interval,
      grouping,
      emptyRows,
      columns: 'all' as const,
      breakdown: interval === 'weekday',
    }))
  )
)

test.group('A table', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const tableOf = async (query: Query, firstRows?: number): Promise<ReportTable> => {
    const asked = asking(query)
    const from = await sources(made, asked, customer)
    const { intervals } = await makeReport(asked.query, { ...from, firstRows }, [
      asked.query.interval,
    ])
    return intervals[0]
  }

  test('written as JSON is to the letter what its rows are as JSON', async ({ assert }) => {
    for (const query of queries) {
      const table = await tableOf(query)
      const rows = await Array.fromAsync(table.rows)
      const texts = await Array.fromAsync(table.json!)
      assert.equal(`[${texts.join(',')}]`, JSON.stringify(rows), JSON.stringify(query))
    }
  })

  test('of which only the first rows are likely to be read has the same rows', async ({
    assert,
  }) => {
    for (const some of queries.filter(({ grouping }) => grouping !== 'group')) {
      const query = { ...some, columns: ['all', 'answered', 'answeredShare'] }
      const [whole, first] = [await tableOf(query), await tableOf(query, 20)]
      assert.deepEqual(
        await Array.fromAsync(first.rows),
        await Array.fromAsync(whole.rows),
        JSON.stringify(query)
      )
      assert.equal(await first.count(), await whole.count(), JSON.stringify(query))
    }
  })

  test('of which only the first rows are read asks for no more of them', async ({ assert }) => {
    const asked = asking({ ...queries[0], emptyRows: false })
    const from = await sources(made, asked, customer)
    let answered = 0
    const store = {
      ...from.store,
      read: async (query: Parameters<typeof from.store.read>[0]) => {
        const answer = await from.store.read(query)
        answered += answer.rows.length
        return answer
      },
      stream: (query: Parameters<typeof from.store.stream>[0]) => from.store.stream(query),
    }
    const { intervals } = await makeReport(asked.query, { ...from, store, firstRows: 6 }, ['date'])
    for await (const row of intervals[0].rows) {
      assert.equal(row.interval, '2026-01-01')
      break
    }
    assert.isBelow(answered, 15)
  })
})
