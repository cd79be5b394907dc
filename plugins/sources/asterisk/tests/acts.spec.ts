import { connect } from 'node:net'
import { once } from 'node:events'
import { test } from '@japa/runner'
import { type Act, NotDone } from '#core/contracts/act'
import type { CollectionPoint, Tools } from '#core/contracts/collector'
import { AsteriskCollector } from '../collector.js'
import { Exchange } from '../demo/manager/exchange.js'
import { DESK } from '../demo/manager/manager_server.js'
import { managerStandIn } from './manager/stand_in.js'

const MORNING = 1_796_006_560
const tools: Tools = {
  fetch,
  connect: async ({ host, port }) => {
    const socket = connect({ host, port })
    await once(socket, 'connect')
    return socket
  },
  now: () => new Date(),
  log: () => undefined,
}
const anna = { objectType: 'agent', identifier: 'Anna' }

async function acting(exchange: Exchange, cleanup: (end: () => void) => void) {
  const standIn = await managerStandIn(exchange)
  cleanup(() => standIn.close())
  const point: CollectionPoint = {
    ...{ id: 1, customerId: 1, zone: 'Europe/Stockholm' },
    settings: {
      ...{ manager: standIn.address, actUser: DESK, actSecret: 'secret' },
      pauseReasons: { lunch: 'Lunch', coffee: '' },
    },
  }
  const collector = new AsteriskCollector(tools)
  const { signal } = new AbortController()
  return {
    run: (act: Omit<Act, 'person'> & Partial<Act>) =>
      collector.act(point, { person: anna, ...act }, signal),
    refusal: async (act: Omit<Act, 'person'> & Partial<Act>) => {
      const error: unknown = await collector
        .act(point, { person: anna, ...act }, signal)
        .catch((thrown: unknown) => thrown)
      return error instanceof NotDone ? error.code : error
    },
    holds: () => collector.holds(point, anna, signal),
    reasons: () => collector.reasons(point),
  }
}

test.group('Asterisk | acts', () => {
  test('who has another pause is paused anew, who has the same is not', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(MORNING)
      .add('support', 'Anna', 'SIP/1')
      .add('sales', 'Anna', 'SIP/1')
    const { run, holds } = await acting(exchange, cleanup)
    await run({ name: 'pause', reason: 'Lunch' })
    const pausedAt = exchange.memberAt('support', 'sip/1')?.lastPause
    exchange.later(60)
    assert.equal(await run({ name: 'pause', reason: 'Lunch' }), 'already')
    assert.equal(exchange.memberAt('support', 'SIP/1')?.lastPause, pausedAt)
    assert.equal(await run({ name: 'pause', reason: 'Möte', queue: 'sales' }), 'done')
    const held = await holds()
    assert.sameDeepMembers(
      [...held.queues],
      [
        { queue: 'support', paused: true, reason: 'Lunch' },
        { queue: 'sales', paused: true, reason: 'Möte' },
      ]
    )
  })

  test('a fixed member is paused instead of taken off, and told so', async ({
    assert,
    cleanup,
  }) => {
    const exchange = new Exchange(MORNING).fix('support', 'Anna', 'SIP/1')
    const { refusal } = await acting(exchange, cleanup)
    assert.equal(await refusal({ name: 'logOff', queue: 'support' }), 'static')
    assert.isTrue(exchange.has('support', 'Anna'))
    assert.isTrue(exchange.memberAt('support', 'SIP/1')?.paused)
  })

  test('a queue, a telephone or a log-on that is missing is named', async ({ assert, cleanup }) => {
    const exchange = new Exchange(MORNING).open('support')
    const { refusal, run, reasons } = await acting(exchange, cleanup)
    assert.equal(await refusal({ name: 'logOn', queue: 'nowhere', device: 'SIP/1' }), 'noQueue')
    assert.equal(await refusal({ name: 'logOn', queue: 'support' }), 'device')
    assert.equal(await refusal({ name: 'pause' }), 'noPerson')
    await run({ name: 'logOn', queue: 'support', device: 'Local/a1@agents/n hint:1@x' })
    assert.isTrue(exchange.has('support', 'Anna'))
    assert.deepEqual(await reasons(), [
      { code: 'lunch', label: 'Lunch' },
      { code: 'coffee', label: 'coffee' },
    ])
  })
})
