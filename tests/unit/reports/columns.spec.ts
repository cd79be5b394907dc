import { test } from '@japa/runner'
import fc from 'fast-check'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { customer as house, keep, product, tableOf } from './harness.js'
import { source } from './declared.js'
import { asking, object, world } from './made_world.js'
import { questions, worlds } from './world.js'

test.group('Columns of a report', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  const support = () => object(1, 'queue', 'support')
  const at = '2026-10-25T10:00:00Z'

  test('every way of dividing a column adds up to it, in each row and in the total', async ({
    assert,
  }) => {
    const seed = Date.now() % 2 ** 31
    const asked = worlds.chain((made) =>
      fc.record({ made: fc.constant(made), one: questions(made) })
    )
    let partitions = 0
    const property = fc.asyncProperty(asked, async ({ made, one }) => {
      const all = { ...one, query: { ...one.query, columns: 'all' as const } }
      const table = await tableOf(made, all, await keep(made))
      const hidden = ['unknown', 'answeredByNobody']
      const rows = [table.total!, ...(await Array.fromAsync(table.rows))]
      for (const { key, consistsOf } of table.columns) {
        for (const parts of consistsOf) {
          if (parts.some((part) => hidden.includes(part))) continue
          partitions += rows.length
          for (const row of rows) {
            const sum = parts.reduce((so, part) => so + Number(row[part]), 0)
            if (sum !== Number(row[key])) {
              throw new Error(`${key} is ${row[key]}, and ${parts.join(' + ')} is ${sum}`)
            }
          }
        }
      }
    })
    const result = await fc.check(property, { seed, numRuns: 24 })
    assert.isFalse(result.failed, `seed ${seed}: ${String(result.errorInstance)}`)
    assert.isAbove(partitions, 0, `seed ${seed}: nothing was compared`)
  })

  test('limits and bands become columns of their own, with their edges in keys and labels', async ({
    assert,
  }) => {
    const made = world(
      [support()],
      [10, 11, 30, 31, 51].map((wait) => ({
        at,
        fields: { queue: 'support', wait, outcome: 'answered' },
      }))
    )
    const asked = asking({
      columns: ['within', 'between', 'withinShare_30'],
      parameters: { limits: [30, 10, 30], bands: [10, 30, 50] },
    })
    const table = await tableOf(made, asked, await keep(made))
    assert.deepEqual(table.total, {
      within_10: 1,
      within_30: 3,
      between_0_10: 1,
      between_11_30: 2,
      between_31_50: 1,
      withinShare_30: 60,
    })
    assert.includeMembers(
      table.columns.map(({ label }) => label),
      ['Within 10 s', '11–30 s', '(%) within 30 s']
    )
  })

  test('the fifty most frequent values have columns, and the rest are other', async ({
    assert,
  }) => {
    const values = Array.from({ length: 53 }, (_, index) => index)
    const made = world(
      [support()],
      values.flatMap((value) =>
        Array.from({ length: value + 1 }, () => ({
          at,
          fields: { queue: 'support', tag: `t${value}` },
        }))
      )
    )
    const asked = asking({ columns: ['perTag'] })
    const table = await tableOf(made, asked, await keep(made))
    const keys = Object.keys(table.total!)
    assert.lengthOf(keys, 51)
    assert.deepEqual(keys.slice(0, 2), ['perTag_t52', 'perTag_t51'])
    assert.equal(table.total!.perTag_other, 1 + 2 + 3)
  })

  test('values become simple keys that never meet, whatever they hold', async ({ assert }) => {
    const tags = ['kö 1', 'k_c3_b6_201', 'other', "x'; DROP TABLE facts; --", '{limit}', '👍']
    const made = world(
      [support()],
      tags.map((tag) => ({ at, fields: { queue: 'support', tag } }))
    )
    const asked = asking({ columns: ['perTag'] })
    const table = await tableOf(made, asked, await keep(made))
    const keys = Object.keys(table.total!)
    assert.lengthOf(new Set(keys), tags.length)
    for (const key of keys) assert.match(key, /^[A-Za-z0-9_]+$/)
    assert.sameMembers(
      table.columns.filter(({ unit }) => unit === 'count').map(({ label }) => label),
      tags
    )
    assert.include(keys, 'perTag__f0_9f_91_8d')
  })

  test('percentiles are exact by nearest rank, also where floating point would be a hair too high', async ({
    assert,
  }) => {
    const made = world(
      [support()],
      Array.from({ length: 100 }, (_, index) => ({
        at,
        fields: { queue: 'support', wait: index + 1 },
      }))
    )
    const asked = asking({ columns: ['p0', 'p7', 'p100'] })
    const table = await tableOf(made, asked, await keep(made))
    assert.deepEqual(table.total, { p0: 1, p7: 7, p100: 100 })
  })

  test('decimals are added exactly and travel as text', async ({ assert }) => {
    const made = world(
      [support()],
      ['0.1', '0.2', '12345678901234567.123456789'].map((points) => ({
        at,
        fields: { queue: 'support', points, outcome: points === '0.1' ? 'answered' : null },
      }))
    )
    const asked = asking({ columns: ['pointsSum', 'pointsOther', 'pointsBoth'] })
    const table = await tableOf(made, asked, await keep(made))
    assert.deepEqual(table.total, {
      pointsSum: '12345678901234567.423456789',
      pointsOther: '12345678901234567.323456789',
      pointsBoth: '12345678901234567.523456789',
    })
  })

  test('of nothing, counts are 0 and means, shares, percentiles and firsts are null', async ({
    assert,
  }) => {
    const made = world([support()], [])
    const columns = [
      'all',
      'wait',
      'callers',
      'meanWait',
      'p50',
      'answeredShare',
      'firstUser',
      'pointsSum',
      'meanSum',
    ]
    const table = await tableOf(made, asking({ columns }), await keep(made))
    assert.deepEqual(table.total, {
      all: 0,
      wait: 0,
      callers: 0,
      meanWait: null,
      p50: null,
      answeredShare: null,
      firstUser: null,
      pointsSum: '0',
      meanSum: null,
    })
    assert.deepEqual(await table.count(), 1)
  })

  test('the service level is printed with the formula in force', async ({ assert }) => {
    const made = world(
      [support()],
      [
        { outcome: 'answered', wait: 20 },
        { outcome: 'answered', wait: 21 },
        { outcome: 'abandoned', wait: 4 },
        { outcome: 'abandoned', wait: 40 },
        { outcome: 'forwarded', wait: 30 },
      ].map((fields) => ({ at, fields: { queue: 'support', ...fields } }))
    )
    const customer = await keep(made)
    const level = async (serviceLevel?: Parameters<typeof asking>[0]['serviceLevel']) => {
      const asked = asking({ columns: ['serviceLevel_20'], serviceLevel })
      const document = await product(made, asked, customer)
      return { notes: document.notes, value: document.intervals[0].total!.serviceLevel_20 }
    }
    assert.deepEqual(await level(), {
      notes: [
        'Content: all objects (1)',
        'Limits: 20, 40',
        'Service level: answered within the limit, of all that were answered, abandoned or forwarded',
      ],
      value: 20,
    })
    assert.propertyVal(await level('answeredOnly'), 'value', 50)
    assert.propertyVal(await level('withoutForwarded'), 'value', 25)
    assert.deepEqual(await level('shortAbandonsLeftOut'), {
      notes: [
        'Content: all objects (1)',
        'Limits: 20, 40',
        `Service level: answered within the limit, of all that were answered, forwarded, or abandoned after more than ${house.shortAbandonSeconds} s`,
      ],
      value: 25,
    })
    assert.propertyVal(await level('abandonedWithinMet'), 'value', 40)
    assert.propertyVal(await level('abandonedWithinLeftOut'), 'value', 25)
  })

  test('what is not a column or parameter of the report is refused with what there is', async ({
    assert,
  }) => {
    const made = world([support()], [])
    const refused = async (query: Parameters<typeof asking>[0]) => {
      try {
        await product(made, asking(query), 1)
      } catch (error) {
        const { problem } = error as { problem: { status: number; code: string; field: string } }
        return `${problem.status} ${problem.code} ${problem.field}`
      }
    }
    assert.equal(await refused({ columns: ['all', 'nope'] }), '422 E_UNKNOWN_COLUMN columns.1')
    assert.equal(await refused({ columns: ['within_21'] }), '422 E_UNKNOWN_COLUMN columns.0')
    assert.equal(await refused({ columns: [] }), '422 E_NO_COLUMNS columns')
    assert.equal(
      await refused({ parameters: { nope: [1] } }),
      '422 E_UNKNOWN_PARAMETER parameters.nope'
    )
    for (const limits of [[0], [1.5], [-3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]]) {
      assert.equal(
        await refused({ parameters: { limits } }),
        '422 E_INVALID_PARAMETER parameters.limits'
      )
    }
  })

  test('charts and parts name the columns that are shown', async ({ assert }) => {
    const made = world(
      [support(), object(2, 'menu', 'main')],
      [{ at, fields: { queue: 'support', via: 'menu:main' } }]
    )
    const asked = asking({ columns: ['answered', 'within', 'viaOther', 'viaEach'] })
    const document = await product(made, asked, await keep(made))
    assert.deepEqual(document.charts, [
      { kind: 'stack', columns: ['answered', 'within_20', 'within_40'] },
    ])
    const via = document.intervals[0].columns.find(({ key }) => key === 'viaOther')!
    assert.deepEqual(via.consistsOf, [['viaEach_main']])
  })

  test('parts that are not shown are called by name', async ({ assert }) => {
    const made = world(
      [support(), object(2, 'menu', 'main')],
      [{ at, fields: { queue: 'support', via: 'menu:main', outcome: 'answered' } }]
    )
    const asked = asking({ columns: ['all', 'answered', 'viaOther'] })
    const { columns } = await tableOf(made, asked, await keep(made))
    assert.containsSubset(Object.fromEntries(columns.map((one) => [one.key, one.partLabels])), {
      all: { abandoned: 'Abandoned', direct: 'Direct', unknown: 'Unknown' },
      answered: { answeredByNobody: 'Nobody' },
    })
    const all = columns.find(({ key }) => key === 'all')
    assert.notProperty(all?.partLabels, 'answered')
  })
})
