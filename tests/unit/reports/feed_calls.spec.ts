import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Feed, FeedColumn, FeedCondition, FeedType, Narrowing } from '#core/contracts/feed'
import type { Row, Scalar } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeFeed } from '#core/reports/feed/open_feed'
import { compareValues, rowPredicate } from '#core/reports/feed/row_predicate'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support', { name: 'Åkestöd' }),
  object(2, 'queue', 'sales', { name: 'Sales' }),
  object(3, 'user', 'anna', {
    name: 'Anna Hansson',
    aliases: [{ identifier: '101', from: null, to: null }],
  }),
  object(4, 'user', 'bo', { name: 'Bo Ek' }),
  object(5, 'queue', 'india', { pointId: 2, pointName: 'india', zone: 'Asia/Kolkata' }),
]
const CALLS = 240
const events = Array.from({ length: CALLS }, (_, index) => ({
  point: index % 7 === 0 ? 2 : 1,
  // Several at the same moment, most of them close together, the rest weeks apart.
  at: new Date(
    Date.UTC(2026, 9, 20 + (index < 200 ? 5 : index - 195), 8, Math.floor(index / 4))
  ).toISOString(),
  fields: {
    queue: index % 7 === 0 ? 'india' : index % 5 === 0 ? 'sales' : 'support',
    user: [null, '101', 'bo', 'ghost'][index % 4]!,
    caller: index % 6 === 0 ? null : `+4670123${String(index).padStart(4, '0')}`,
    callId: `c${index}`,
    outcome: ['answered', 'abandoned', null][index % 3]!,
    internal: [true, false, null][index % 3]!,
    wait: index % 8 === 0 ? null : index % 50,
    points: index % 9 === 0 ? null : `${index % 12}.5`,
    tag: [' Åse ', 'på', "';--", null][index % 4]!,
    began: index % 10 === 0 ? null : '2026-10-25T07:59:59.500Z',
  } as Row,
}))
const made = world(objects, events)

const PERIOD = { from: '2026-10-01', to: '2026-12-31' }

test.group('The calls behind a report, as other systems ask for them', (group) => {
  let customer: number
  let feed: Feed
  let all: Row[]
  let columns: readonly FeedColumn[]

  const opened = async (rights: Parameters<typeof asking>[1] = {}, period = PERIOD) => {
    const asked = asking({ period }, rights)
    return makeFeed(asked.query, await sources(made, asked, customer), true)
  }
  const rowsOf = async (narrowing: Omit<Narrowing, 'table'> = {}, of = feed) => {
    const page = await of.run({ table: 'specification', ...narrowing })
    return { page, rows: await Array.fromAsync(page.rows) }
  }

  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
    feed = await opened()
    const { rows: every } = await rowsOf()
    all = every
    columns = feed.tables.find(({ name }) => name === 'specification')!.columns
  })

  test('are one row each, with the columns that the table says it has and an id of their own', ({
    assert,
  }) => {
    assert.lengthOf(all, CALLS)
    assert.deepEqual(
      Object.keys(all[0]!),
      columns.map(({ key }) => key)
    )
    assert.equal(new Set(all.map(({ id }) => id)).size, CALLS)
    assert.containsSubset(all, [
      {
        start: '2026-10-25T13:30:00+05:30',
        queue: 'india',
        user: null,
        outcome: 'answered',
        outcomeLabel: 'Answered',
        internal: true,
        call: 'c0',
      },
      { call: 'c1', start: '2026-10-25T09:00:00+01:00', user: 'anna', userName: 'Anna Hansson' },
      { call: 'c3', user: 'other', points: 3.5, began: '2026-10-25T08:59:59.500+01:00' },
    ])
  })

  test('meet any filter exactly as a plain look at each of them says', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(conditions(columns, all), async (filter) => {
        const { rows } = await rowsOf({ filter })
        const right = all.filter(rowPredicate(columns, filter))
        assert.deepEqual(
          rows.map(({ call }) => call),
          right.map(({ call }) => call),
          JSON.stringify(filter)
        )
      }),
      { numRuns: 30 }
    )
    const filter: FeedCondition = { not: { column: 'wait', above: 20 } }
    const { page } = await rowsOf({ filter, limit: 1 })
    assert.equal(await page.count(), all.filter(rowPredicate(columns, filter)).length)
  })

  test('come page by page in any order, without one twice or left out', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...columns.map(({ key }) => key)), { maxLength: 3 }),
        fc.boolean(),
        fc.integer({ min: 60, max: 150 }),
        fc.integer({ min: 0, max: 20 }),
        async (keys, back, limit, skip) => {
          const order = keys.map((column) => ({
            column,
            ...(back && { descending: true as const }),
          }))
          const found: Row[] = []
          let after: string | undefined
          do {
            const asked = { order, limit, after, ...(after === undefined && { skip }) }
            const { page, rows } = await rowsOf(asked)
            found.push(...rows)
            after = page.next()
          } while (after)
          const right = [...all].sort(ordered(columns, order)).slice(skip)
          assert.deepEqual(
            found.map(({ call }) => call),
            right.map(({ call }) => call),
            JSON.stringify({ order, limit, skip })
          )
        }
      ),
      { numRuns: 8 }
    )
  })

  test('show only the columns asked for, in that order', async ({ assert }) => {
    const { rows } = await rowsOf({ columns: ['wait', 'id'], limit: 2 })
    assert.deepEqual(
      rows.map((row) => Object.keys(row)),
      [
        ['wait', 'id'],
        ['wait', 'id'],
      ]
    )
  })

  test('are the same table where the period holds none', async ({ assert }) => {
    const empty = await opened({}, { from: '2025-01-01', to: '2025-01-02' })
    assert.deepEqual(
      empty.tables.map(({ columns: some }) => some),
      feed.tables.map(({ columns: some }) => some)
    )
    const { page, rows } = await rowsOf({}, empty)
    assert.deepEqual(rows, [])
    assert.equal(await page.count(), 0)
  })

  test('refuse what is none of theirs, in a sentence that names it', async ({ assert }) => {
    const refused = async (narrowing: Omit<Narrowing, 'table'>, of = feed) => {
      try {
        await rowsOf(narrowing, of)
      } catch (error) {
        const { problem } = error as { problem: { status: number; code: string; field?: string } }
        return `${problem.status} ${problem.code} ${problem.field}`
      }
    }
    assert.equal(await refused({ columns: ['nope'] }), '400 E_UNKNOWN_COLUMN nope')
    assert.equal(
      await refused({ filter: { column: 'wait', is: 'soon' } }),
      '400 E_INVALID_NARROWING wait'
    )
    assert.equal(
      await refused({ filter: { column: 'wait', contains: '1' } }),
      '400 E_INVALID_NARROWING wait'
    )
    assert.equal(
      await refused({ filter: { column: 'start', from: 'yesterday' } }),
      '400 E_INVALID_NARROWING start'
    )
    assert.equal(await refused({ limit: -1 }), '400 E_INVALID_NARROWING limit')
    assert.equal(await refused({ after: 'nonsense' }), '422 E_INVALID_CURSOR cursor')
  })

  test('whose owner sees numbers masked can neither be filtered nor sorted by them', async ({
    assert,
  }) => {
    const masked = await opened({ personalFields: false })
    const { rows } = await rowsOf({ columns: ['caller'], limit: 3 }, masked)
    assert.include(String(rows[1]!.caller), '*')
    for (const asked of [
      { filter: { not: { column: 'caller', beginsWith: '+46' } } },
      { order: [{ column: 'caller' }] },
    ]) {
      const refused = await rowsOf(asked, masked).catch((error: { code: string }) => error.code)
      assert.equal(refused, 'E_PERSONAL_FIELD')
    }
  })

  test('of other queues than the owner’s are not there, whatever is asked', async ({ assert }) => {
    const limited = await opened({ allowed: new Set([2, 3]) })
    const { rows } = await rowsOf(
      {
        filter: {
          some: [
            { column: 'queue', is: 'support' },
            { column: 'queue', is: 'sales' },
          ],
        },
      },
      limited
    )
    assert.isNotEmpty(rows)
    assert.deepEqual([...new Set(rows.map(({ queue }) => queue))], ['sales'])
    assert.sameMembers([...new Set(rows.map(({ user }) => user))], [null, 'anna', 'other'])
  })
})

function ordered(
  columns: readonly FeedColumn[],
  order: readonly { column: string; descending?: true }[]
) {
  const place = (row: Row) => [Date.parse(String(row.start)), ...String(row.id).split(/-(.*)/s)]
  const back = order.length === 1 && order[0]!.column === 'start' && order[0]!.descending
  return (a: Row, b: Row) => {
    for (const { column, descending } of order) {
      const { type } = columns.find(({ key }) => key === column)!
      const sign = descending ? -1 : 1
      const difference = sign * compareValues(type)(a[column]!, b[column]!)
      if (difference) return difference
    }
    const [left, right] = [place(a), place(b)]
    // By moment, then key, then point.
    for (const index of [0, 2, 1]) {
      const [one, other] = [left[index]!, right[index]!]
      if (one !== other) return (one < other ? -1 : 1) * (back ? -1 : 1)
    }
    return 0
  }
}

/** Filters of all kinds, mostly with values that are there. */
function conditions(
  columns: readonly FeedColumn[],
  rows: readonly Row[]
): fc.Arbitrary<FeedCondition> {
  const leaf = fc.constantFrom(...columns).chain((column) => {
    const { key, type } = column
    const known = [...new Set(rows.map((row) => row[key]!))].filter((value) => value !== null)
    const value = fc.constantFrom(...known, ...spare[type])
    const kinds: fc.Arbitrary<FeedCondition>[] = [
      fc.oneof(value, fc.constant(null)).map((is) => ({ column: key, is })),
      fc
        .array(fc.oneof(value, fc.constant(null)), { maxLength: 3 })
        .map((is) => ({ column: key, is })),
    ]
    if (type !== 'flag') {
      kinds.push(
        fc
          .record({ from: value, to: value, above: value, below: value }, { requiredKeys: [] })
          .map((edges) => ({ column: key, ...edges }))
      )
    }
    if (type === 'text' || type === 'phone') {
      const part = value.map((text) => String(text).slice(1, 4))
      const as = fc.constantFrom('lower' as const, 'upper' as const, 'trimmed' as const, undefined)
      kinds.push(
        fc.tuple(as, part).map(([one, contains]) => ({ column: key, as: one, contains })),
        fc.tuple(as, part).map(([one, beginsWith]) => ({ column: key, as: one, beginsWith })),
        fc.tuple(as, part).map(([one, endsWith]) => ({ column: key, as: one, endsWith })),
        fc.integer({ min: 0, max: 12 }).map((above) => ({ column: key, as: 'length', above })),
        fc
          .tuple(part, fc.integer({ min: -1, max: 3 }))
          .map(([indexOf, is]) => ({ column: key, as: { indexOf }, is }))
      )
    }
    if (type === 'moment') {
      kinds.push(
        fc
          .tuple(
            fc.constantFrom('month' as const, 'day' as const, 'hour' as const, 'minute' as const),
            fc.integer({ min: 0, max: 31 })
          )
          .map(([as, from]) => ({ column: key, as, from })),
        fc
          .constantFrom('2026-10-25', '2026-11-01')
          .map((below) => ({ column: key, as: 'date', below }))
      )
    }
    return fc.oneof(...kinds)
  })
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.boolean(), fc.array(leaf, { maxLength: 3 }), fc.boolean())
        .map(([every, parts, not]): FeedCondition => {
          const one: FeedCondition = every ? { every: parts } : { some: parts }
          return not ? { not: one } : one
        }),
    }
  )
}

const spare: Readonly<Record<FeedType, Scalar[]>> = {
  text: ['', "' OR 1=1 --", '%'],
  phone: ['', '+46'],
  whole: [0, -1, 2.5],
  number: [0, 1.25],
  flag: [true, false],
  moment: ['2026-10-25T08:30:00Z', '2026-10-25T10:15:00.001+01:00'],
  date: ['2026-10-25'],
  clock: ['08:00:00'],
}
