import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { Json } from '#core/contracts/scalar'
import { KnownFacts, tools } from '#tests/made/known_facts'
import { DaktelaCollector } from '../collector.js'
import daktela from '../index.js'
import { standIn, type StandIn } from './stand_in.js'

const noon = '2026-03-04T11:00:00Z'
const call = (id: string, time: string, more: Record<string, unknown> = {}) => ({
  id_call: id,
  call_time: time,
  direction: 'in',
  answered: true,
  id_queue: { name: '7001', title: 'E-handel' },
  id_agent: { name: 'eva.dvorak', title: 'Eva Dvořák' },
  waiting_time: 10,
  duration: 60,
  disposition_cause: 'caller',
  disconnection_cause: '',
  activities: ['a nested part that is never asked for'],
  ...more,
})

test.group('Asking Daktela', (group) => {
  let instance: StandIn
  group.each.setup(async () => {
    instance = await standIn()
    return () => instance.close()
  })
  const known = (more: Record<string, Json> = {}) =>
    new KnownFacts(daktela, {
      address: instance.address,
      token: 'static-token',
      firstDay: '2026-03-02',
      ...more,
    })
  const ids = (facts: KnownFacts) => facts.of('call').map(({ call: id }) => id)

  test('all pages are asked for, also where the platform gives fewer a page than were asked', async ({
    assert,
  }) => {
    instance.models.activitiesCall = Array.from({ length: 7 }, (_, index) =>
      call(`c${index}`, `2026-03-02 08:0${index}:00`)
    )
    instance.most = 3
    const facts = await known().poll(noon)
    assert.deepEqual(ids(facts), ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    assert.deepEqual(instance.asked.slice(0, 3), [
      'activitiesCall 2026-03-02 00:00:00 0',
      'activitiesCall 2026-03-02 00:00:00 3',
      'activitiesCall 2026-03-02 00:00:00 6',
    ])
    assert.containsSubset(facts.objects, [
      { objectType: 'queue', identifier: '7001', name: 'E-handel' },
    ])
  })

  test('local times without an offset are those of the collection point, summer and winter', async ({
    assert,
  }) => {
    instance.models.activitiesCall = [
      call('winter', '2026-03-28 12:00:00'),
      call('summer', '2026-03-29 12:00:00'),
    ]
    const facts = await known().poll('2026-03-30T11:00:00Z')
    assert.deepEqual(
      [...facts.facts.values()].map(({ at }) => at.toISOString()),
      ['2026-03-28T11:00:00.000Z', '2026-03-29T10:00:00.000Z']
    )
  })

  test('the window slides: what changed within it is read again, and a repeated row counts once', async ({
    assert,
  }) => {
    const missed = { answered: false, disconnection_cause: 'abandon', missed_call: 1 }
    instance.models.activitiesCall = [
      call('a', '2026-03-02 08:00:00'),
      call('b', '2026-03-04 08:00:00', missed),
      call('b', '2026-03-04 08:00:00', missed),
    ]
    const facts = await known({ rereadHours: 24 }).poll(noon)
    instance.asked.length = 0
    instance.models.activitiesCall[1]!.missed_call = 0
    instance.models.activitiesCall[2]!.missed_call = 0
    await facts.poll('2026-03-04T12:00:00Z')
    assert.equal(instance.asked[0], 'activitiesCall 2026-03-03 08:00:00 0')
    assert.deepEqual(ids(facts), ['a', 'b'])
    assert.containsSubset(facts.of('call'), [{ call: 'b', calledBack: true }])
    const before = facts.written
    await facts.poll('2026-03-04T12:00:00Z')
    assert.deepEqual(facts.written, before)
  })

  test('a row that cannot be read is put aside with its reason, and the others count', async ({
    assert,
  }) => {
    instance.models.activitiesCall = [
      call('a', '2026-03-02 08:00:00', { direction: 'sideways' }),
      call('b', '2026-03-02 08:01:00'),
      call('c', 'soon'),
    ]
    const facts = await known().poll(noon)
    assert.deepEqual(ids(facts), ['b'])
    assert.deepEqual(
      facts.rejected.map(({ reason }) => reason.slice(0, 34)),
      ['direction "sideways" is unknown. Kn', 'call_time "soon" is no time. It sh'].map((text) =>
        text.slice(0, 34)
      )
    )
  })

  test('a token that expired is fetched anew, once, with user name and password', async ({
    assert,
  }) => {
    instance.models.activitiesCall = [call('a', '2026-03-02 08:00:00')]
    const signedIn = { token: '', username: 'report', password: 'secret' }
    assert.deepEqual(ids(await known(signedIn).poll(noon)), ['a'])
    const stale = { token: 'stale', username: 'report', password: 'secret' }
    assert.deepEqual(ids(await known(stale).poll(noon)), ['a'])
    await assert.rejects(
      () => known({ token: 'stale' }).poll(noon),
      /refused the access \(401\)\. It says: Access token is not valid\. Check the token/
    )
    await assert.rejects(
      () => known({ ...signedIn, password: 'wrong' }).poll(noon),
      /refused the access \(401\)\. It says: Bad login/
    )
  })

  test('who is told to wait does so and goes on; who is told for too long says so', async ({
    assert,
  }) => {
    instance.models.activitiesCall = [call('a', '2026-03-02 08:00:00')]
    instance.faults = ['busy', 'busy']
    assert.deepEqual(ids(await known().poll(noon)), ['a'])
    instance.faults = ['busy', 'busy', 'busy', 'busy']
    await assert.rejects(() => known().poll(noon), /is asked too often \(429\)/)
  })

  test('what goes wrong is told in a sentence, and what was read before is kept', async ({
    assert,
  }) => {
    instance.models.activitiesCall = Array.from({ length: 4 }, (_, index) =>
      call(`c${index}`, `2026-03-02 08:0${index}:00`)
    )
    instance.most = 2
    const facts = known({ timeoutSeconds: 1 })
    instance.faults = [undefined, 'notJson']
    await assert.rejects(() => facts.poll(noon), /answered with something that is no JSON/)
    assert.deepEqual(ids(facts), ['c0', 'c1'])
    instance.faults = ['slow']
    await assert.rejects(() => facts.poll(noon), /did not answer within 1 seconds/)
    instance.faults = ['error']
    await assert.rejects(() => facts.poll(noon), /answered 500\. It is asked again next time/)
    instance.faults = ['redirect']
    await assert.rejects(() => facts.poll(noon), /points to another address \(302\)/)
    await facts.poll(noon)
    assert.deepEqual(ids(facts), ['c0', 'c1', 'c2', 'c3'])
  })

  test('errors come in four shapes, and each is told', async ({ assert }) => {
    const told = async (error: unknown) => {
      instance.error = error
      return known()
        .poll(noon)
        .then(
          () => '',
          ({ message }: Error) => message.replace(/^.* answered: /, '')
        )
    }
    assert.equal(await told('No such field'), 'No such field')
    assert.equal(await told(['No such field', 'No right']), 'No such field; No right')
    assert.equal(await told({ primary: ['No right'] }), 'No right')
    assert.equal(
      await told({ form: { filter: { call_time: ['Bad value'] } } }),
      'call_time: Bad value'
    )
  })

  test('agents are logged on and paused as the answers, one after the other, tell', async ({
    assert,
  }) => {
    const session = (state: string, statetime: string, pause: unknown = null) => ({
      id_agent: { name: 'eva.dvorak', title: 'Eva Dvořák' },
      state,
      logintime: '2026-03-04 08:00:00',
      statetime: `2026-03-04 ${statetime}`,
      id_pause: pause,
    })
    const facts = known()
    instance.models.realtimeSessions = [session('Idle', '08:00:00')]
    await facts.poll('2026-03-04T08:00:00Z')
    instance.models.realtimeSessions = [
      session('Paused', '11:00:00', { name: 'p1', title: 'Lunch' }),
    ]
    await facts.poll('2026-03-04T10:05:00Z')
    instance.models.realtimeSessions = [session('Idle', '11:30:00')]
    await facts.poll('2026-03-04T10:35:00Z')
    instance.models.realtimeSessions = []
    await facts.poll('2026-03-04T10:40:00Z')
    assert.containsSubset(facts.of('agentState'), [
      { state: 'loggedOn', seconds: 3 * 3600 + 35 * 60 },
      { state: 'paused', reason: 'Lunch', seconds: 1800 },
    ])
    assert.lengthOf(facts.of('agentState'), 2)
  })

  test('the directory has users and queues, and those that are no longer active', async ({
    assert,
  }) => {
    instance.models.users = [
      { name: 'eva.dvorak', title: 'Eva Dvořák', deactivated: false },
      { name: 'old.one', title: 'Old One', deactivated: true },
    ]
    instance.models.queues = [{ name: 7001, title: 'E-handel' }]
    const collector = new DaktelaCollector(tools(noon))
    const objects = await Array.fromAsync(
      collector.directory(known().point, AbortSignal.timeout(60_000))
    )
    assert.deepEqual(objects, [
      { objectType: 'agent', identifier: 'eva.dvorak', name: 'Eva Dvořák' },
      { objectType: 'agent', identifier: 'old.one', name: 'Old One', removed: true },
      { objectType: 'queue', identifier: '7001', name: 'E-handel' },
    ])
  })

  test('live values tell what agents do now, and how many talk for a queue', async ({ assert }) => {
    instance.models.realtimeSessions = [
      {
        id_agent: { name: 'eva.dvorak', title: '' },
        state: 'Session',
        logintime: '2026-03-04 08:00:00',
        statetime: '2026-03-04 11:59:00',
        lastqueue: { name: '7001', title: '' },
        id_call: 'c1',
      },
    ]
    const collector = new DaktelaCollector(tools(noon))
    const { point } = known()
    const { objects, whole } = (await collector.live(point, AbortSignal.timeout(60_000)))!
    assert.isTrue(whole)
    const since = (clock: string) =>
      DateTime.fromISO(`2026-03-04T${clock}`, { zone: point.zone }).toJSDate().toISOString()
    assert.deepEqual(objects, [
      {
        objectType: 'agent',
        identifier: 'eva.dvorak',
        values: {
          state: 'talking',
          stateSince: since('11:59:00'),
          pauseReason: null,
          loggedOnSince: since('08:00:00'),
        },
      },
      { objectType: 'queue', identifier: '7001', values: { agentsTalking: ['eva.dvorak'] } },
    ])
  })

  test('trying the settings says what to mend', async ({ assert }) => {
    const tried = (settings: Record<string, Json>) =>
      new DaktelaCollector(tools(noon)).test(known(settings).point, AbortSignal.timeout(60_000))
    await assert.doesNotReject(() => tried({}))
    await assert.rejects(() => tried({ token: '' }), /Fill in the setting "Access token", or/)
    await assert.rejects(() => tried({ address: 'company' }), /should be like https:\/\/company/)
    await assert.rejects(() => tried({ token: 'wrong' }), /refused the access \(401\)/)
  })

  test('a point without an address is given files, and asks nobody', async ({ assert }) => {
    const facts = await known({ address: '' }).poll(noon)
    assert.deepEqual(facts.written, [])
    assert.deepEqual(instance.asked, [])
  })
})
