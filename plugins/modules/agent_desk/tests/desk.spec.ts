import type { ApiClient } from '@japa/api-client'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { listActs } from '#core/acts/act_rows'
import { liveStore } from '#core/live/live_store'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { customerTools } from '#core/modules/module_tools'
import { registry } from '#core/plugins/registry'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeObjects, madePoint, queue } from '#tests/made/objects'
import { until } from '#tests/made/until'
import { madeUser } from '#tests/made/user'
import { lookAfter } from '../sessions/look_after.js'

const DESK = '/api/agent_desk/v1'
const SESSION = { key: 'page-of-anna', device: 'computer' }

/** A company with two queues and two agents, of whom Anna is one, and an administrator. */
async function madeDesk(client: ApiClient) {
  const customer = await madeCustomer({ plugins: ['asterisk', 'agent_desk'] })
  const point = await madePoint(customer, { name: 'pbx' })
  const agent = (identifier: string) => ({ objectType: 'agent', identifier, name: identifier })
  await madeObjects(point, [queue('support'), queue('sales'), agent('Anna'), agent('Bo')])
  const settings = { manager: '127.0.0.1:9', actUser: 'desk', actSecret: 'secret' }
  await point.merge({ settings }).save()
  const user = await madeUser(customer, { name: 'Anna Öberg' })
  const chief = await madeUser(customer, { name: 'Cecilia Chef', administrator: true })
  const ask = {
    anna: asker(client, user, customer),
    bo: asker(client, await madeUser(customer, { name: 'Bo Ek' }), customer),
    chief: asker(client, chief, customer),
  }
  const object = await MeasurementObject.findByOrFail({ pointId: point.id, identifier: 'Anna' })
  const linked = await ask.chief('POST', `${DESK}/agents`, {
    ...{ userId: user.id, objectId: object.id, device: 'SIP/1' },
  })
  /** What the exchange tells: who is logged on to which queue. */
  const tell = (on: Record<string, string[]>, paused: string[] = []) => {
    const queues = ['support', 'sales'].map((identifier) => {
      const who = on[identifier] ?? []
      const agentsPaused = who.filter((one) => paused.includes(one))
      const values = { waiting: 2, agentsLoggedOn: who, agentsPaused, agentsReady: who }
      return { objectType: 'queue', identifier, values }
    })
    const people = [...new Set(Object.values(on).flat())].map((identifier) => {
      const values = { state: paused.includes(identifier) ? 'paused' : 'ready' }
      return { objectType: 'agent', identifier, values }
    })
    const place = { id: point.id, customerId: customer.id, source: 'asterisk' }
    const objects = [...queues, ...people]
    liveStore.take(place, { at: new Date(), goodFor: 600, whole: true, objects }, 'pushed')
  }
  const module = registry()
    .modules()
    .find(({ key }) => key === 'agent_desk')!
  const lookNow = () => lookAfter(customerTools(module, customer.id))
  const rows = (table: string) => db.from(`ag_${table}`).where('customer_id', customer.id)
  return { customer, ask, id: Number(linked.body.id), tell, lookNow, rows, user }
}

test.group('Agent desk', () => {
  test('who signs in is logged on to no queue, sees her queues, and wishes for her own agent alone', async ({
    assert,
    client,
  }) => {
    const { customer, ask, id, tell } = await madeDesk(client)
    tell({ support: ['Bo'] })
    const first = await ask.anna('GET', `${DESK}/me`)
    assert.lengthOf(first.body.agents, 1)
    const { state, queues, offers } = first.body.agents[0]
    assert.equal(state, 'loggedOff')
    assert.deepEqual(offers, ['logOn', 'logOff', 'pause', 'resume'])
    assert.isTrue(queues.every((one: { isOn: boolean }) => !one.isOn))
    const wish = { agent: id, key: 'wish-one', name: 'logOn', queues: ['support'] }
    const asked = await ask.anna('POST', `${DESK}/me/acts`, wish)
    assert.equal(asked.status, 202)
    await ask.anna('POST', `${DESK}/me/acts`, wish)
    const acts = await listActs(customer.id, new Date(0))
    assert.lengthOf(acts, 1)
    assert.deepInclude(acts[0], { state: 'asked', queue: 'support', byKind: 'self' })
    const pending = await ask.anna('GET', `${DESK}/me`)
    assert.isFalse(pending.body.agents[0].queues.some((one: { isOn: boolean }) => one.isOn))
    assert.equal(pending.body.agents[0].acts[0].state, 'asked')

    const refused = (who: 'anna' | 'bo', change: object) =>
      codeOf(ask[who]('POST', `${DESK}/me/acts`, { ...wish, key: 'wish-two', ...change }))
    assert.equal(await refused('bo', {}), 'E_AGENT_NOT_FOUND')
    assert.equal(await refused('anna', { queues: ['nowhere'] }), 'E_AGENT_QUEUE')
    await ask.chief('PUT', `${DESK}/agents/${id}/queues`, { queues: ['sales'] })
    assert.equal(await refused('anna', {}), 'E_AGENT_QUEUE')
    const mine = await ask.anna('GET', `${DESK}/me`)
    assert.deepEqual(
      mine.body.agents[0].queues.map((one: { queue: string }) => one.queue),
      ['sales']
    )
    const stranger = await ask.bo('GET', `${DESK}/team`)
    assert.equal(stranger.status, 403)
  })

  test('closing the page logs nobody off: who gets calls without it comes first in the team, and is reminded', async ({
    assert,
    client,
  }) => {
    const { customer, ask, tell, lookNow, rows } = await madeDesk(client)
    tell({ support: ['Anna'] })
    await ask.anna('POST', `${DESK}/me/session`, SESSION)
    await ask.anna('POST', `${DESK}/me/session`, SESSION)
    await lookNow()
    const open = await ask.chief('GET', `${DESK}/team`)
    assert.deepInclude(open.body.team[0], { withoutPageSince: null, devices: ['computer'] })
    await ask.anna('POST', `${DESK}/me/session/end`, { key: SESSION.key, how: 'closed' })
    await lookNow()
    const closed = await ask.chief('GET', `${DESK}/team`)
    assert.isNotNull(closed.body.team[0].withoutPageSince)
    assert.equal(closed.body.team[0].name, 'Anna Öberg')
    assert.deepEqual(await listActs(customer.id, new Date(0)), [])
    await rows('overlaps').update({ began_at: '2026-01-01 08:00:00.000' })
    await lookNow()
    await lookNow()
    const mails = (await db.from('messages').where('customer_id', customer.id)) as object[]
    assert.lengthOf(mails, 1)
    const reminded = (await rows('overlaps').whereNotNull('reminded_at')) as object[]
    assert.lengthOf(reminded, 1)

    // Times that touch are one.
    const second = () => Math.floor(Date.now() / 1000)
    const closedAt = second()
    await until(second, (now) => now > closedAt)
    await ask.anna('POST', `${DESK}/me/session`, { ...SESSION, key: 'another-page' })
    const back = await ask.chief('GET', `${DESK}/team`)
    assert.isNull(back.body.team[0].withoutPageSince)
    const today = DateTime.now().setZone(customer.zone).toISODate()
    const report = await ask.chief('POST', '/api/report/v1/generate', {
      ...{ report: 'agent_desk.sessions', interval: 'period', grouping: 'total' },
      period: { from: '2026-01-01', to: today },
    })
    assert.equal(report.status, 200)
    assert.equal(report.body.total.sessions, 2)
    assert.isAbove(report.body.total.onWithoutApp, 0)
  })

  test('a supervisor gives a reason, the agent is told it, and it is audited', async ({
    assert,
    client,
  }) => {
    const { customer, ask, id, tell } = await madeDesk(client)
    tell({ support: ['Anna'] })
    const path = `${DESK}/team/${id}/acts`
    const wish = { key: 'by-chief', name: 'logOff', queues: ['support'] }
    assert.equal(await codeOf(ask.chief('POST', path, wish)), 'E_AGENT_REASON')
    assert.equal(await codeOf(ask.bo('POST', path, { ...wish, reason: 'x' })), 'E_NOT_ALLOWED')
    const done = await ask.chief('POST', path, { ...wish, reason: 'Passet är slut' })
    assert.equal(done.status, 202)
    const acts = await listActs(customer.id, new Date(0))
    assert.deepInclude(acts[0], { name: 'logOff', byKind: 'supervisor', queue: 'support' })
    const told = await ask.anna('GET', `${DESK}/me`)
    assert.deepInclude(told.body.notices[0], { by: 'Cecilia Chef', reason: 'Passet är slut' })
    await ask.anna('POST', `${DESK}/me/notices/seen`)
    const seen = await ask.anna('GET', `${DESK}/me`)
    assert.deepEqual(seen.body.notices, [])
    const audited = (await db
      .from('audit_entries')
      .where({ customer_id: customer.id, action: 'agent_desk.supervised' })) as object[]
    assert.lengthOf(audited, 1)
  })
})
