import { test } from '@japa/runner'
import type { ReportDocument } from '#core/contracts/report_document'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { source } from './declared.js'
import { keep, product, tableOf } from './harness.js'
import { asking, object, world } from './made_world.js'

const at = '2026-10-25T10:00:00Z'
const rowsOf = (document: ReportDocument) => Array.fromAsync(document.intervals[0].rows)

/** Two queues called the same at two points, one of their own, and two users. */
const objects = [
  object(1, 'queue', 'support'),
  object(2, 'queue', 'support', {
    pointId: 2,
    pointName: 'india',
    zone: 'Asia/Kolkata',
    publicKey: 'india:support',
  }),
  object(3, 'queue', 'sales', { groups: [{ id: 1, name: 'North' }] }),
  object(4, 'user', 'anna', { name: 'Anna Hansson' }),
  object(5, 'user', 'bo', { name: 'Bo Ek' }),
]
const made = world(objects, [
  { at, fields: { queue: 'support', user: 'anna', outcome: 'answered', caller: '+46701234512' } },
  { at, fields: { queue: 'support', user: 'bo', outcome: 'answered' } },
  { at, point: 2, fields: { queue: 'support' } },
  { at, fields: { queue: 'sales', outcome: 'answered' } },
])

test.group('Whose figures a reader sees', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const refused = async (
    query: Parameters<typeof asking>[0],
    rights: Parameters<typeof asking>[1] = {}
  ) => {
    try {
      await product(made, asking({ columns: ['all'], ...query }, rights), customer)
    } catch (error) {
      return (
        error as { problem: { status: number; code: string; field: string; allowed?: string[] } }
      ).problem
    }
  }

  test('an object of somebody else is as unknown as one that is not there', async ({ assert }) => {
    const allowed = new Set([1])
    const hidden = await refused({ objects: ['sales'] }, { allowed })
    const nowhere = await refused({ objects: ['nowhere'] }, { allowed })
    assert.deepInclude(hidden, { status: 404, code: 'E_UNKNOWN_OBJECT', field: 'objects.0' })
    assert.deepInclude(nowhere, { status: 404, code: 'E_UNKNOWN_OBJECT', field: 'objects.0' })
  })

  test('an identifier that is there twice means the object that had it first', async ({
    assert,
  }) => {
    for (const spelled of ['support', 'hq:support', 'queue:support', 'hq:queue:support']) {
      const first = asking({ columns: ['all'], grouping: 'object', objects: [spelled] })
      const [row] = await rowsOf(await product(made, first, customer))
      assert.containsSubset(row, { object: 'support', all: 2 }, spelled)
    }
    const asked = asking({ columns: ['all'], grouping: 'object', objects: ['india:support'] })
    const rows = await rowsOf(await product(made, asked, customer))
    assert.containsSubset(rows, [{ object: 'india:support', objectName: 'support', all: 1 }])
    // Who does not see the first is not given the second in its place.
    const hidden = await refused({ objects: ['support'] }, { allowed: new Set([2]) })
    assert.deepInclude(hidden, { status: 404, code: 'E_UNKNOWN_OBJECT' })
  })

  test('all objects are those that the reader may see, in rows and in the total', async ({
    assert,
  }) => {
    const asked = asking({ columns: ['all'], grouping: 'object' }, { allowed: new Set([2, 3]) })
    const document = await product(made, asked, customer)
    const rows = await rowsOf(document)
    assert.deepEqual(
      rows.map((row) => [row.object, row.all]),
      [
        ['sales', 1],
        ['india:support', 1],
      ]
    )
    assert.equal(document.intervals[0].total!.all, 2)
    assert.deepEqual(document.zones, ['Europe/Stockholm', 'Asia/Kolkata'])
  })

  test('who may see nothing has an empty report', async ({ assert }) => {
    const asked = asking({ columns: 'all' }, { allowed: new Set() })
    const document = await product(made, asked, customer)
    assert.equal(document.intervals[0].total!.all, 0)
    assert.deepEqual(document.zones, ['Europe/Stockholm'])
  })

  test('persons whom the reader may not see are counted together as others', async ({ assert }) => {
    const rights = { allowed: new Set([1, 4]) }
    const asked = asking({ columns: ['answeredBy'] }, rights)
    const table = await tableOf(made, asked, customer)
    assert.deepEqual(table.total, {
      answeredBy_anna: 1,
      answeredBy_other: 1,
    })
    const parts = asking({ columns: ['all', 'firstUser'], breakdown: true }, rights)
    const rows = await rowsOf(await product(made, parts, customer))
    assert.deepEqual(
      rows.map(({ part, partName, all, firstUser }) => [part, partName, all, firstUser]),
      [
        ['anna', 'Anna Hansson', 1, 'Anna Hansson'],
        ['other', 'Other', 1, 'Other'],
      ]
    )
  })

  test('phone numbers are masked for who may not see them', async ({ assert }) => {
    const caller = async (personalFields: boolean) => {
      const asked = asking({ columns: ['lastCaller'] }, { personalFields })
      const { total } = await tableOf(made, asked, customer)
      return total!.lastCaller
    }
    assert.equal(await caller(true), '+46701234512')
    assert.equal(await caller(false), '+4670*****12')
  })

  test('groups are rows by name, and objects in none have a row of their own', async ({
    assert,
  }) => {
    const asked = asking({ columns: ['all'], grouping: 'group', locale: 'sv' })
    const rows = await rowsOf(await product(made, asked, customer))
    assert.deepEqual(
      rows.map(({ group: name, groupName, all }) => [name, groupName, all]),
      [
        ['North', 'North', 1],
        [null, 'Ingen grupp', 3],
      ]
    )
    assert.deepInclude(await refused({ objects: [], groups: ['South'] }), {
      status: 404,
      code: 'E_UNKNOWN_GROUP',
      field: 'groups.0',
    })
    assert.deepInclude(await refused({ objects: [] }), { status: 422, code: 'E_NO_OBJECTS' })
  })

  test('nothing that a reader writes reaches the engine as SQL', async ({ assert }) => {
    const evil = `x') OR 1=1 -- \\' {p0:String}`
    const wicked = [object(1, 'queue', evil), object(2, 'queue', 'sales')]
    const other = world(wicked, [
      { at, fields: { queue: evil, tag: evil, user: evil } },
      { at, fields: { queue: 'sales', tag: 'a' } },
    ])
    const asked = asking({ columns: ['all', 'perTag'], objects: [evil] })
    const { total } = await tableOf(other, asked, await keep(other))
    assert.equal(total!.all, 1)
    assert.deepEqual(Object.values(total!), [1, 1])
  })
})
