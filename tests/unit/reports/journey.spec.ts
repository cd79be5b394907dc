import { test } from '@japa/runner'
import type { Row } from '#core/contracts/scalar'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { factStore } from '#core/facts/store'
import { makeJourney, type CallPlace } from '#core/reports/run_journey'
import { source } from './declared.js'
import { keep, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const objects = [
  object(1, 'queue', 'support', { name: 'Support' }),
  object(2, 'queue', 'sales', { name: 'Sales' }),
  object(3, 'user', 'anna', { name: 'Anna Hansson' }),
  object(4, 'queue', 'support', {
    pointId: 2,
    pointName: 'india',
    zone: 'Asia/Kolkata',
    publicKey: 'india:support',
  }),
]
const leg = (at: string, fields: Row, more: { event?: string; point?: number } = {}) => ({
  at: `2026-10-25T${at}Z`,
  fields: { callId: 'c1', ...fields },
  ...more,
})
const made = world(objects, [
  leg('08:00:00', { queue: 'sales', caller: '+46701234512', outcome: 'forwarded', wait: 30 }),
  leg('08:00:30', { queue: 'support', caller: '+46701234512', outcome: 'answered', wait: 5 }),
  leg('08:02:00', { user: 'anna', to: '+46709999999' }, { event: 'transfer' }),
  leg('08:00:10', { queue: 'support', callId: 'c2', outcome: 'answered' }),
  // The same identifier is another call at another point, and half a year later.
  leg('08:00:31', { queue: 'support', outcome: 'abandoned' }, { point: 2 }),
  { at: '2026-04-25T08:00:00Z', fields: { queue: 'support', callId: 'c1' } },
])
const answered: CallPlace = { report: 'proof.calls', call: 'c1', at: '2026-10-25T09:00:30+01:00' }

test.group('One call over its legs', (group) => {
  let customer: number
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
    customer = await keep(made)
  })

  const journey = async (
    place = answered,
    rights: Parameters<typeof asking>[1] = {},
    of = customer
  ) => {
    const asked = asking({ report: place.report }, rights)
    return makeJourney(place, await sources(made, asked, of))
  }
  const refused = async (...of: Parameters<typeof journey>) => {
    try {
      await journey(...of)
    } catch (error) {
      const { problem } = error as { problem: { status: number; code: string } }
      return `${problem.status} ${problem.code}`
    }
  }

  test('tells of all legs in the order of time, those too that no report reads', async ({
    assert,
  }) => {
    const { legs, title } = await journey()
    assert.equal(title, 'Calls')
    assert.deepEqual(
      legs.map(({ at, eventLabel, objectName }) => [at, eventLabel, objectName]),
      [
        ['2026-10-25T09:00:00+01:00', 'Call', 'Sales'],
        ['2026-10-25T09:00:30+01:00', 'Call', 'Support'],
        ['2026-10-25T09:02:00+01:00', 'Transfer', 'Anna Hansson'],
      ]
    )
    assert.deepEqual(
      legs[1].details.map(({ label, value, text }) => [label, value, text]),
      [
        ['Caller', '+46701234512', null],
        ['Outcome', 'answered', 'Answered'],
        ['Wait', 5, null],
      ]
    )
  })

  test('of a leg at an object that the reader may not see, only that there was one is told', async ({
    assert,
  }) => {
    const { legs, notes } = await journey(answered, {
      allowed: new Set([1]),
      personalFields: false,
    })
    assert.deepEqual(
      legs.map(({ objectName, hidden, details }) => [objectName, hidden, details.length]),
      [
        ['Other', true, 0],
        ['Support', false, 3],
        ['Other', true, 0],
      ]
    )
    assert.equal(legs[1].details[0].value, '+4670*****12')
    assert.deepEqual(notes, ['Personal details are masked'])
  })

  test('a call is as unknown as none to who may not see the leg that it is asked for by', async ({
    assert,
  }) => {
    assert.equal(await refused(answered, { allowed: new Set([2]) }), '404 E_UNKNOWN_CALL')
    assert.equal(await refused(answered, { allowed: new Set() }), '404 E_UNKNOWN_CALL')
    assert.equal(await refused({ ...answered, call: 'nope' }), '404 E_UNKNOWN_CALL')
    assert.equal(
      await refused({ ...answered, at: '2026-10-25T09:00:32+01:00' }),
      '404 E_UNKNOWN_CALL'
    )
    assert.equal(await refused(answered, {}, customer + 1000), '404 E_UNKNOWN_CALL')
  })

  test('a report whose events join no legs says so', async ({ assert }) => {
    assert.equal(await refused({ ...answered, report: 'proof.states' }), '422 E_NO_JOURNEY')
  })
})
