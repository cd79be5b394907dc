import { test } from '@japa/runner'
import type { Row } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeSpecification, specificationTable } from '#core/reports/run_specification'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support', { name: 'Support' }),
  object(2, 'queue', 'sales', { name: 'Sales' }),
  object(3, 'user', 'anna', {
    name: 'Anna Hansson',
    aliases: [{ identifier: '101', from: null, to: null }],
  }),
  object(4, 'user', 'bo', { name: 'Bo Ek' }),
]
const events = Array.from({ length: 25 }, (_, index) => ({
  // Several at the same moment: pages must divide them too.
  at: new Date(Date.UTC(2026, 9, 25, 8, Math.floor(index / 4))).toISOString(),
  fields: {
    queue: index % 5 === 0 ? 'sales' : 'support',
    user: index % 3 === 0 ? '101' : index % 3 === 1 ? 'bo' : null,
    caller: `+4670123450${index % 10}`,
    callId: `c${index}`,
    outcome: index % 2 ? 'answered' : 'abandoned',
    internal: index % 2 === 0,
    // Some alike, and two that were never told.
    wait: index > 22 ? null : index < 12 ? index : Math.floor(index / 2) + 6,
    points: '1.50',
    began: '2026-10-25T07:59:59.500Z',
  } as Row,
}))
const made = world(objects, events)

test.group('The calls behind a report', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const page = async (
    options: Parameters<typeof makeSpecification>[2],
    rights: Parameters<typeof asking>[1] = {},
    query: Parameters<typeof asking>[0] = {}
  ) => {
    const asked = asking(query, rights)
    const document = await makeSpecification(
      asked.query,
      await sources(made, asked, customer),
      options
    )
    const table = document.specification!
    return { document, table, rows: await Array.fromAsync(table.rows) }
  }
  const refused = async (...of: Parameters<typeof page>) => {
    try {
      await page(...of)
    } catch (error) {
      const { problem } = error as { problem: { status: number; code: string; field?: string } }
      return `${problem.status} ${problem.code} ${problem.field}`
    }
  }

  test('a call is told by its local time, with names beside what is the same in every language', async ({
    assert,
  }) => {
    const { table, rows } = await page({ order: 'oldest', limit: 1 })
    assert.deepEqual(rows, [
      {
        at: '2026-10-25T09:00:00+01:00',
        queue: 'sales',
        queueName: 'Sales',
        caller: '+46701234500',
        outcome: 'abandoned',
        outcomeLabel: 'Abandoned',
        user: 'anna',
        userName: 'Anna Hansson',
        internal: true,
        internalLabel: 'Yes',
        wait: 0,
        points: '1.5',
        began: '2026-10-25T08:59:59.500+01:00',
        tag: null,
        call: 'c0',
      },
    ])
    assert.deepEqual(
      table.columns.map(({ key }) => key),
      Object.keys(rows[0])
    )
    assert.equal(await table.count(), 25)
  })

  test('pages follow each other without a call twice or left out, in both directions', async ({
    assert,
  }) => {
    for (const order of ['newest', 'oldest'] as const) {
      const calls: unknown[] = []
      let cursor: string | undefined
      do {
        const { table, rows } = await page({ order, cursor, limit: 7 })
        calls.push(...rows.map((row) => row.call))
        cursor = table.next!()
      } while (cursor)
      const all = events.map(({ fields }) => fields.callId)
      assert.deepEqual(calls, order === 'oldest' ? all : all.reverse())
    }
  })

  test('calls are sorted by their length or number, those without any last, page after page', async ({
    assert,
  }) => {
    for (const order of ['wait', '-wait']) {
      const values: unknown[] = []
      const calls = new Set<unknown>()
      let cursor: string | undefined
      do {
        const { table, rows } = await page({ order, cursor, limit: 4 })
        values.push(...rows.map((row) => row.wait))
        rows.forEach((row) => calls.add(row.call))
        cursor = table.next!()
      } while (cursor)
      assert.equal(calls.size, 25)
      const known = events.flatMap(({ fields }) => (fields.wait as number | null) ?? [])
      known.sort((a, b) => (order.startsWith('-') ? b - a : a - b))
      assert.deepEqual(values, [...known, ...Array(25 - known.length).fill(null)])
    }
    assert.equal(await refused({ order: 'caller' }), '422 E_INVALID_ORDER order')
  })

  test('a whole specification is streamed for a file', async ({ assert }) => {
    const asked = asking({})
    const table = await specificationTable(asked.query, await sources(made, asked, customer), {})
    const rows = await Array.fromAsync(table.rows)
    assert.lengthOf(rows, await table.count())
    assert.equal(rows[24].call, 'c24')
  })

  test('filters take values, ranges and parts of texts, and objects by what they are called', async ({
    assert,
  }) => {
    const found = async (filters: unknown) => {
      const { rows } = await page({ filters, limit: 1000 })
      return rows.length
    }
    const of = (fits: (fields: Row) => boolean) =>
      events.filter(({ fields }) => fits(fields)).length
    assert.equal(
      await found({ outcome: 'answered' }),
      of(({ outcome }) => outcome === 'answered')
    )
    assert.equal(await found({ outcome: ['answered', 'abandoned'], wait: { from: 3, to: 9 } }), 7)
    assert.equal(await found({ caller: { contains: '4503' } }), 3)
    assert.equal(
      await found({ user: 'anna' }),
      of(({ user }) => user === '101')
    )
    assert.equal(
      await found({ user: { contains: 'hans' } }),
      of(({ user }) => user === '101')
    )
    assert.equal(
      await found({ user: [null, 'bo'] }),
      of(({ user }) => user !== '101')
    )
    assert.equal(await found({ internal: true, queue: { is: 'sales' } }), 3)
    assert.equal(await found({ tag: null }), 25)
    assert.equal(await found({ tag: 'x' }), 0)
  })

  test('filters that cannot be are refused with what can', async ({ assert }) => {
    assert.equal(await refused({ filters: { nope: 1 } }), '422 E_UNKNOWN_FILTER filters.nope')
    assert.equal(
      await refused({ filters: { outcome: 'sold' } }),
      '422 E_INVALID_FILTER filters.outcome'
    )
    assert.equal(await refused({ filters: { wait: 'long' } }), '422 E_INVALID_FILTER filters.wait')
    assert.equal(
      await refused({ filters: { wait: { above: 3 } } }),
      '422 E_INVALID_FILTER filters.wait'
    )
    assert.equal(await refused({ filters: ['wait'] }), '422 E_INVALID_FILTER filters.')
    assert.equal(await refused({ limit: 1001 }), '422 E_INVALID_LIMIT limit')
  })

  test('a cursor of another order, or of nobody, is refused', async ({ assert }) => {
    const { table } = await page({ order: 'oldest', limit: 3 })
    const cursor = table.next!()!
    assert.equal(await refused({ cursor, order: 'newest' }), '422 E_INVALID_CURSOR cursor')
    assert.equal(await refused({ cursor: 'x' }), '422 E_INVALID_CURSOR cursor')
    const forged = Buffer.from('[1,"newest",1,1,{}]').toString('base64url')
    assert.equal(await refused({ cursor: forged }), '422 E_INVALID_CURSOR cursor')
  })

  test('what the reader may not see is masked, and cannot be found out by filtering', async ({
    assert,
  }) => {
    const rights = { allowed: new Set([1, 4]), personalFields: false }
    const { document, rows } = await page({ order: 'oldest', limit: 3 }, rights)
    assert.deepEqual(
      rows.map(({ queue, caller, user, userName }) => ({ queue, caller, user, userName })),
      [
        { queue: 'support', caller: '+4670*****01', user: 'bo', userName: 'Bo Ek' },
        { queue: 'support', caller: '+4670*****02', user: null, userName: null },
        { queue: 'support', caller: '+4670*****03', user: 'other', userName: 'Other' },
      ]
    )
    assert.deepEqual(document.notes, ['Personal details are masked'])
    assert.equal(
      await refused({ filters: { caller: { contains: '1' } } }, rights),
      '403 E_PERSONAL_FIELD filters.caller'
    )
    const hidden = await page({ filters: { user: 'anna' } }, rights)
    assert.lengthOf(hidden.rows, 0)
  })

  test('the specification has the calls of the period and window, and no others', async ({
    assert,
  }) => {
    const period = { fromTime: '09:02', toTime: '09:04' }
    const { rows } = await page({ order: 'oldest' }, {}, { period })
    assert.deepEqual(
      rows.map((row) => row.call),
      events.slice(8, 16).map(({ fields }) => fields.callId)
    )
  })
})
