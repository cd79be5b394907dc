import { test } from '@japa/runner'
import type { FeedCondition, Narrowing } from '#core/contracts/feed'
import type { Row } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeFeed } from '#core/reports/feed/open_feed'
import { makeReport } from '#core/reports/make_report'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support', { name: 'Support', groups: [{ id: 1, name: 'Norr' }] }),
  object(2, 'queue', 'sales', { name: 'Sales' }),
  object(3, 'user', 'anna', { name: 'Anna Hansson' }),
]
const events = Array.from({ length: 120 }, (_, index) => ({
  at: new Date(Date.UTC(2026, 0, 1 + (index % 40), 8 + (index % 9))).toISOString(),
  fields: {
    queue: index % 3 ? 'support' : 'sales',
    user: index % 2 ? 'anna' : null,
    callId: `c${index}`,
    via: index % 4 === 0 ? 'queue:sales' : null,
    outcome: index % 5 ? 'answered' : 'abandoned',
    wait: index % 30,
    points: '0.5',
  } as Row,
}))
const made = world(objects, events)
const PERIOD = { from: '2026-01-01', to: '2026-02-28' }
type Query = Parameters<typeof asking>[0]

test.group('The rows of a report, as other systems ask for them', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const opened = async (query: Query = {}) => {
    const asked = asking({
      period: PERIOD,
      interval: 'date',
      grouping: 'object',
      columns: 'all',
      emptyRows: false,
      ...query,
    })
    const from = await sources(made, asked, customer)
    return { feed: makeFeed(asked.query, from, false), query: asked.query, sources: from }
  }
  const rowsOf = async (query: Query, narrowing: Narrowing) => {
    const { feed } = await opened(query)
    const page = await feed.run(narrowing)
    return Array.fromAsync(page.rows)
  }

  test('hold what the report holds, with an id and a date, and never a column per value', async ({
    assert,
  }) => {
    const { feed, ...asked } = await opened()
    const [table] = feed.tables
    const page = await feed.run({ table: 'rows' })
    const rows = await Array.fromAsync(page.rows)
    const report = await makeReport(asked.query, asked.sources, ['date'])
    const right = await Array.fromAsync(report.intervals[0].rows)
    assert.equal(await page.count(), right.length)
    assert.deepEqual(
      rows.map(({ date, object: queue, all, answered }) => [date, queue, all, answered]),
      right.map((row) => [row.interval, row.object, row.all, row.answered])
    )
    const keys = table!.columns.map(({ key }) => key)
    assert.deepEqual(Object.keys(rows[0]!), keys)
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
    assert.isFalse(keys.some((key) => key.startsWith('viaEach')))
    for (const { key, type, nullable } of table!.columns) {
      const kinds = new Set(rows.map((row) => (row[key] === null ? 'null' : typeof row[key])))
      if (!nullable) assert.isFalse(kinds.has('null'), key)
      kinds.delete('null')
      const wanted = type === 'whole' || type === 'number' ? 'number' : 'string'
      for (const kind of kinds) assert.equal(kind, wanted, key)
      if (type === 'whole') {
        assert.isTrue(
          rows.every((row) => row[key] === null || Number.isInteger(row[key])),
          key
        )
      }
    }
  })

  test('per value are rows of a table of their own, one for each value that was found', async ({
    assert,
  }) => {
    const rows = await rowsOf(
      { interval: 'period', grouping: 'total', columns: ['all', 'viaEach'] },
      { table: 'values' }
    )
    assert.deepEqual(
      rows.map(({ column, of, ofLabel, value, text }) => [column, of, ofLabel, value, text]),
      [['viaEach', 'sales', 'Sales', 30, null]]
    )
  })

  test('have the same columns whether the period holds calls or none', async ({ assert }) => {
    const some = await opened()
    const none = await opened({ period: { from: '2025-01-01', to: '2025-01-31' } })
    assert.deepEqual(none.feed.tables, some.feed.tables)
    assert.deepEqual(
      await rowsOf({ period: { from: '2025-01-01', to: '2025-01-31' } }, { table: 'values' }),
      []
    )
  })

  const filters: [string, FeedCondition, (row: Row) => boolean][] = [
    [
      'a share, which only a finished row has',
      { column: 'answeredShare', below: 100 },
      ({ answeredShare }) => answeredShare !== null && Number(answeredShare) < 100,
    ],
    [
      'a stretch of dates',
      {
        every: [
          { column: 'date', from: '2026-01-10' },
          { column: 'date', below: '2026-01-20' },
        ],
      },
      ({ date }) => String(date) >= '2026-01-10' && String(date) < '2026-01-20',
    ],
    [
      'a date or a queue',
      {
        some: [
          { column: 'date', is: '2026-01-10' },
          { column: 'object', is: 'sales' },
        ],
      },
      ({ date, object: queue }) => date === '2026-01-10' || queue === 'sales',
    ],
  ]
  for (const [title, filter, fits] of filters) {
    test(`are filtered by ${title}, and the figures of those left stay what they were`, async ({
      assert,
    }) => {
      const all = await rowsOf({}, { table: 'rows' })
      const right = all.filter(fits)
      assert.isNotEmpty(right)
      assert.isBelow(right.length, all.length)
      assert.deepEqual(await rowsOf({}, { table: 'rows', filter }), right)
    })
  }

  test('of weeks keep whole weeks where a date is asked for', async ({ assert }) => {
    const weeks = { interval: 'week', grouping: 'total' } as const
    const all = await rowsOf(weeks, { table: 'rows' })
    const filter: FeedCondition = { column: 'date', from: '2026-01-13', to: '2026-02-02' }
    const rows = await rowsOf(weeks, { table: 'rows', filter })
    assert.deepEqual(
      rows.map(({ date }) => date),
      ['2026-01-19', '2026-01-26', '2026-02-02']
    )
    assert.deepEqual(
      rows,
      all.filter(({ date }) => rows.some((row) => row.date === date))
    )
  })

  test('come page by page, in the order asked for, without one twice or left out', async ({
    assert,
  }) => {
    const { feed } = await opened()
    const all = await rowsOf({}, { table: 'rows' })
    for (const order of [[], [{ column: 'all', descending: true as const }, { column: 'date' }]]) {
      const found: Row[] = []
      let after: string | undefined
      do {
        const page = await feed.run({ table: 'rows', order, after, limit: 17 })
        found.push(...(await Array.fromAsync(page.rows)))
        after = page.next()
      } while (after)
      const right = order.length
        ? [...all].sort(
            (a, b) => Number(b.all) - Number(a.all) || String(a.date).localeCompare(String(b.date))
          )
        : all
      assert.deepEqual(found, right)
    }
  })
})
