import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Row } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { distributionOf } from '#core/reports/document/distribution'
import { makeByWeekday } from '#core/reports/run_by_weekday'
import { makeDistribution } from '#core/reports/run_distribution'
import { source } from './declared.js'
import { keep, product, sources, tableOf } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support'),
  object(2, 'queue', 'sales'),
  object(3, 'user', 'anna'),
]
const period = { from: '2026-10-19', to: '2026-10-30', fromTime: '08:00', toTime: '12:00' }
const events = Array.from({ length: 120 }, (_, index) => ({
  at: new Date(
    Date.UTC(2026, 9, 19 + (index % 11), 6 + (index % 5), (index * 7) % 60)
  ).toISOString(),
  fields: {
    queue: index % 4 ? 'support' : 'sales',
    user: index % 3 ? 'anna' : null,
    outcome: index % 5 ? 'answered' : 'abandoned',
    wait: index % 10 === 9 ? null : (index * index) % 97,
    talk: index,
  } as Row,
}))
const made = world(objects, events)

test.group('How values are spread', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const spread = async (
    column: string,
    query: Parameters<typeof asking>[0] = {},
    rights: Parameters<typeof asking>[1] = {}
  ) => {
    const asked = asking({ period, ...query }, rights)
    return makeDistribution(asked.query, column, await sources(made, asked, customer))
  }

  test('is counted exactly, whatever the values: every one of them is in a bin, ranks are the nearest', ({
    assert,
  }) => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(30), fc.nat(4000), fc.nat(90_000)), { minLength: 1 }),
        (values) => {
          const sorted = [...values].sort((a, b) => a - b)
          const counted = [...Map.groupBy(sorted, (value) => value)].map(
            ([value, some]) => [value, some.length] as const
          )
          const told = distributionOf(counted)
          assert.equal(told.count, values.length)
          assert.closeTo(told.mean!, sorted.reduce((a, b) => a + b, 0) / sorted.length, 1e-6)
          assert.equal(told.median, sorted[Math.ceil(sorted.length / 2) - 1])
          assert.equal(told.p90, sorted[Math.ceil((sorted.length * 9) / 10) - 1])
          assert.deepEqual([told.lowest, told.highest], [sorted[0], sorted.at(-1)])
          assert.isAtMost(told.bins.length, 41)
          for (const bin of told.bins) {
            const inside = sorted.filter((value) => value >= bin.from && value < bin.to)
            assert.equal(bin.count, inside.length)
          }
          assert.equal(
            told.bins.reduce((sum, bin) => sum + bin.count, 0),
            values.length
          )
        }
      )
    )
  })

  test('agrees with the report: its mean is the column’s total', async ({ assert }) => {
    const asked = asking({ period, columns: ['meanWait'], objects: ['support'] })
    const { total } = await tableOf(made, asked, customer)
    const told = await spread('meanWait', { objects: ['support'] })
    assert.closeTo(told.mean!, Number(total!.meanWait), 1e-9)
    assert.isAbove(told.count, 20)
    assert.equal(told.column.key, 'meanWait')
  })

  test('is of the objects that the reader may see, and of none where there are none', async ({
    assert,
  }) => {
    const [all, sales, none] = [
      await spread('meanWait'),
      await spread('meanWait', {}, { allowed: new Set([2]) }),
      await spread('meanWait', {}, { allowed: new Set() }),
    ]
    assert.isAbove(all.count, sales.count)
    assert.isAbove(sales.count, 0)
    assert.deepEqual([none.count, none.mean, none.bins], [0, null, []])
  })

  test('a column that is not made of durations says so', async ({ assert }) => {
    for (const column of ['all', 'withinShare_20', 'perHour']) {
      await assert.rejects(() => spread(column), /is not made of single durations/)
    }
    const asked = asking({ period, columns: ['all', 'meanWait'] })
    const { intervals } = await product(made, asked, customer)
    const able = intervals[0].columns.filter(({ distribution }) => distribution)
    assert.deepEqual(
      able.map(({ key }) => key),
      ['meanWait']
    )
  })

  test('time of day by weekday is what seven reports of one weekday each say', async ({
    assert,
  }) => {
    const asked = asking({
      period: { ...period, weekdays: [1, 3, 5] },
      columns: ['all', 'meanWait'],
    })
    const { days } = await makeByWeekday(asked.query, await sources(made, asked, customer))
    assert.deepEqual(
      days.map(({ label }) => label),
      ['Monday', 'Wednesday', 'Friday']
    )
    for (const { weekday, table } of days) {
      const alone = asking({
        period: { ...period, weekdays: [weekday] },
        columns: ['all', 'meanWait'],
        interval: 'timeOfDay',
      })
      const right = await tableOf(made, alone, customer)
      assert.deepEqual(await Array.fromAsync(table.rows), await Array.fromAsync(right.rows))
      assert.deepEqual(table.total, right.total)
      assert.isAbove(Number(table.total!.all), 0)
    }
  })
})
