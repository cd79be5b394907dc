import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { collectedSource } from '#tests/made/collected_source'
import { once } from '#tests/made/once'
import contactCenter from '../index.js'

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url))
const monday = '2026-03-02'

test.group('A Monday of the session file, reckoned by hand', () => {
  const site = once(async () => {
    const made = await collectedSource(contactCenter, monday)
    assertAll(await made.collect(await fixture('sessions.csv'), 'sessions.csv'))
    return made
  })

  test('a service group: what became of its sessions, and session time of the answered ones', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of, total } = await run('serviceGroups')
    assert.containsSubset(of('support'), {
      offered: 12,
      answered: 3,
      abandoned: 1,
      overflow: 3,
      overflowMoved: 1,
      overflowFull: 1,
      overflowTimeout: 1,
      overflowNoAgents: 0,
      leftByChoice: 1,
      callbacks: 1,
      callbacksHandled: 1,
      closed: 1,
      failed: 1,
      ongoing: 1,
      queueTime: 25 + 60 + 0,
      ringTime: 5 + 10 + 5,
      serviceTime: 200 + 60 + 60,
      parkTime: 40,
      sessionTime: 270 + 130 + 65,
      meanSessionTime: (270 + 130 + 65) / 3,
      meanAnswerTime: (30 + 70 + 5) / 3,
      longestAnswerTime: 70,
      meanQueueAbandoned: 45,
      answeredShare: 25,
      answeredOpenShare: (100 * 3) / 11,
      meanWaitAll: (30 + 70 + 45 + 50 + 60 + 5 + 1 + 30 + 120 + 3) / 10,
      answeredWithin_20: 1,
      answeredWithin_40: 2,
      abandonedWithin_40: 0,
      attempts: 5,
      attemptsAnswered: 3,
      attemptsMissed: 1,
      attemptsLeft: 1,
      meanAttempts: 5 / 3,
      transferred: 1,
    })
    assert.containsSubset(total, { offered: 14, sessions: 13, answered: 4, overflow: 4 })
  })

  test('an agent: sessions, attempts, and where the time logged on went', async ({ assert }) => {
    const { run } = await site()
    const { of } = await run('agents')
    assert.containsSubset(of('4701'), {
      answered: 2,
      attempts: 4,
      attemptsMissed: 1,
      attemptsLeft: 1,
      loggedOn: 4 * 3600,
      paused: 1800,
      pauses: 1,
      talking: 300,
      wrapUp: 30,
      ready: 4 * 3600 - 1800 - 300 - 30,
      occupancy: (100 * 330) / (4 * 3600 - 1800),
      answeredPerHour: 0.5,
      logOns: 1,
    })
    assert.containsSubset(of('4703'), { answered: 2, loggedOn: 4 * 3600, talking: 180, paused: 0 })
  })

  test('agents are told per service group and per agent group', async ({ assert }) => {
    const { run } = await site()
    const perGroup = await run('agentsPerServiceGroup', { breakdown: true })
    assert.containsSubset(perGroup.of('support', '4701'), {
      answered: 2,
      attempts: 4,
      talking: 300,
      wrapUp: 30,
    })
    assert.containsSubset(perGroup.of('returns', '4703'), {
      answered: 1,
      attempts: 1,
      talking: 120,
    })
    const perAgentGroup = await run('agentsPerAgentGroup')
    assert.containsSubset(perAgentGroup.of('malmo'), { answered: 2, agents: 1, loggedOn: 14_400 })
    assert.containsSubset(perAgentGroup.of('umea'), { answered: 2, agents: 1, loggedOn: 14_400 })
  })

  test('a service access has the sessions of all groups that its callers came to', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of } = await run('serviceAccess', { breakdown: true })
    assert.containsSubset(of('+46846500510', 'support'), { offered: 12, answered: 3 })
    assert.containsSubset(of('+46846500510', 'returns'), { offered: 1, answered: 1 })
    assert.containsSubset(of('+46846500520', 'returns'), { offered: 1, overflowNoAgents: 1 })
  })
})

test.group('The same Monday as Puzzel tells it', () => {
  const site = once(async () => {
    const made = await collectedSource(contactCenter, monday)
    for (const name of ['agents.csv', 'call_events.csv', 'agent_events.csv']) {
      assertAll(await made.collect(await fixture(name), name))
    }
    return made
  })

  test('result codes of queues and conversations become the same outcomes', async ({ assert }) => {
    const { run } = await site()
    const { of } = await run('serviceGroups')
    assert.containsSubset(of('q_support'), {
      offered: 10,
      answered: 1,
      abandoned: 2,
      overflow: 4,
      overflowMoved: 1,
      overflowTimeout: 1,
      overflowFull: 1,
      overflowNoAgents: 1,
      leftByChoice: 1,
      callbacks: 1,
      failed: 1,
      meanAnswerTime: 35,
      queueTime: 31,
      ringTime: 4,
      serviceTime: 120,
      sessionTime: 155,
    })
    assert.containsSubset(of('q_returns'), { offered: 1, answered: 1, meanAnswerTime: 20 })
  })

  test('offered to an agent are answered, rejected while it rang, missed and left, and not errors', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of, total } = await run('agents')
    assert.containsSubset(of('7'), {
      objectName: 'Lena Berggren',
      attempts: 3,
      attemptsAnswered: 1,
      attemptsMissed: 1,
      attemptsLeft: 1,
      attemptsRejected: 0,
    })
    assert.containsSubset(of('8'), {
      attempts: 3,
      attemptsAnswered: 2,
      attemptsRejected: 1,
    })
    assert.containsSubset(total, { attempts: 6, answered: 3 })
  })

  test('how long an agent was in a state is told by the next event, and a wrap-up is no pause', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of } = await run('agents')
    assert.containsSubset(of('7'), {
      loggedOn: 8 * 3600,
      paused: 1800,
      wrapUp: 0,
      talking: 200,
    })
    assert.containsSubset(of('8'), {
      loggedOn: 4 * 3600,
      paused: 0,
      wrapUp: 30,
      talking: 180,
    })
    const { of: groups } = await run('agentsPerAgentGroup')
    assert.containsSubset(groups('31'), { agents: 2, loggedOn: 12 * 3600 })
  })
})

function assertAll({ quarantined }: { quarantined: number }) {
  if (quarantined > 0) throw new Error(`${quarantined} lines were not understood.`)
}
