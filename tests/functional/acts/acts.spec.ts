import encryption from '@adonisjs/core/services/encryption'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { startActing } from '#core/acts/acting_in_use'
import { askAct } from '#core/acts/actions/ask_act'
import { linkAgent, unlinkAgent } from '#core/acts/actions/link_agent'
import { listActs } from '#core/acts/act_rows'
import { agentObjects } from '#core/acts/agent_objects'
import { agentsNow } from '#core/acts/queries/agents_now'
import type { ActName } from '#core/contracts/act'
import type { AgentAct } from '#core/contracts/agent_tools'
import { watchPoints } from '#core/live/watch_points'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { Exchange } from '#plugins/sources/asterisk/demo/manager/exchange'
import type { Faults } from '#plugins/sources/asterisk/demo/manager/manager_server'
import { managerStandIn } from '#plugins/sources/asterisk/tests/manager/stand_in'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { madeUser } from '#tests/made/user'
import { until } from '#tests/made/until'

/** A customer with an exchange, a queue and Anna, who is an agent there. */
async function exchangeOf(cleanup: (end: () => void) => void, faults: Faults = {}) {
  const exchange = new Exchange(Math.floor(Date.now() / 1000)).open('support').open('sales')
  const standIn = await managerStandIn(exchange, faults)
  cleanup(() => standIn.close())
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const point = await madePoint(customer, { name: 'pbx' })
  const anna = { objectType: 'agent', identifier: 'Anna', name: 'Anna Åberg' }
  await madeObjects(point, [queue('support'), queue('sales'), anna])
  const secret = encryption.encrypt('secret')
  const settings = {
    ...{ manager: standIn.address, managerUser: 'stat', managerSecret: secret },
    ...{ actUser: 'desk', actSecret: secret },
  }
  await point.merge({ settings }).save()
  const user = await madeUser(customer, {})
  const object = await MeasurementObject.findByOrFail({ pointId: point.id, identifier: 'Anna' })
  const link = { userId: user.id, objectId: object.id, device: 'SIP/1' }
  const id = await linkAgent(customer.id, link)
  const [agent] = await agentObjects(customer.id, user.id)
  const ask = (key: string, name: ActName, queues: string[] = []) =>
    askAct(customer.id, agent!, {
      ...{ key, name, byUserId: user.id, byKind: 'self' as const },
      queues: queues.map((one) => ({ queue: one })),
    })
  /** What has become of all wishes, once each has ended. */
  const ended = async () => {
    const acts = await until(
      () => listActs(customer.id, new Date(0)),
      (all) => all.every(({ endedAt }) => endedAt !== null)
    )
    return acts.map(shown)
  }
  return { exchange, standIn, customer, user, object, agent: agent!, id, ask, ended }
}

const shown = ({ name, queue: of, state, code }: AgentAct) =>
  [name, of, state, code].filter(Boolean).join(' ')

test.group('Acts', () => {
  test('a wish is confirmed by what the platform tells of itself, and once for the same key', async ({
    assert,
    cleanup,
  }) => {
    const { exchange, ask, ended, agent, customer } = await exchangeOf(cleanup)
    cleanup(watchPoints())
    cleanup(await startActing())
    await ask('one', 'logOn', ['support', 'sales'])
    assert.sameMembers(await ended(), ['logOn support confirmed', 'logOn sales confirmed'])
    await ask('one', 'logOn', ['support', 'sales'])
    await ask('two', 'pause')
    await ended()
    const lines = exchange.log.filter((line) => /ADDMEMBER|PAUSE/.test(line))
    assert.lengthOf(lines, 4)
    const [now] = await agentsNow(customer.id, [agent])
    assert.equal(now!.state, 'paused')
    assert.isTrue(now!.queues.every(({ isOn, isPaused }) => isOn && isPaused))
    await ask('three', 'logOff', ['support', 'sales'])
    await ended()
    await ask('four', 'logOff', ['support'])
    const all = await ended()
    assert.equal(all.at(-1), 'logOff support confirmed already')
    assert.isFalse(exchange.has('support', 'Anna'))
  })

  test('where no event comes the platform is asked, and its answer decides', async ({
    assert,
    cleanup,
  }) => {
    const lost = await exchangeOf(cleanup, { answersLost: true })
    const idle = await exchangeOf(cleanup, { idle: true })
    cleanup(await startActing())
    await Promise.all([lost.ask('a', 'logOn', ['support']), idle.ask('a', 'logOn', ['support'])])
    assert.deepEqual(await lost.ended(), ['logOn support confirmed asked'])
    assert.deepEqual(await idle.ended(), ['logOn support refused notSo'])
  }).timeout(120_000)

  test('what was in the middle when the server was killed ends at the next start, and is not done twice', async ({
    assert,
    cleanup,
  }) => {
    const { exchange, ask, ended, customer } = await exchangeOf(cleanup)
    await ask('done', 'logOn', ['support'])
    await ask('not', 'logOn', ['sales'])
    await ask('old', 'logOn', ['support'])
    const mine = () => db.from('agent_acts').where('customer_id', customer.id)
    await mine().whereIn('key', ['done', 'not']).update({ state: 'handed', ended_at: null })
    await mine().where('key', 'old').update({ asked_at: '2026-01-01 08:00:00.000' })
    exchange.add('support', 'Anna', 'SIP/1')
    cleanup(await startActing())
    assert.deepEqual(await ended(), [
      'logOn support confirmed asked',
      'logOn sales refused notSo',
      'logOn support refused late',
    ])
    assert.lengthOf(exchange.log, 1)
  })

  test('a person is an object from when it is said until it is not, and never another customer’s', async ({
    assert,
    cleanup,
  }) => {
    const one = await exchangeOf(cleanup)
    const other = await madeCustomer({ plugins: ['asterisk'] })
    const stranger = await madeUser(other, {})
    const wish = { userId: stranger.id, objectId: one.object.id, device: null }
    await assert.rejects(() => linkAgent(other.id, wish), /Unknown person or agent/)
    await assert.rejects(() => linkAgent(one.customer.id, wish), /Unknown person or agent/)
    assert.isFalse(await unlinkAgent(other.id, one.id))
    assert.deepEqual(one.agent.offers, ['logOn', 'logOff', 'pause', 'resume'])
    assert.isTrue(await unlinkAgent(one.customer.id, one.id))
    assert.deepEqual(await agentObjects(one.customer.id), [])
  })
})
