import { test } from '@japa/runner'
import { collectedSource } from '#tests/made/collected_source'
import asterisk from '../index.js'

const DAY = '2026-01-05'
/** A moment of that day in Stockholm, in seconds. */
const at = (clock: string) => Date.parse(`${DAY}T${clock}:00+01:00`) / 1000
const log = (...lines: [clock: string, rest: string][]) =>
  lines.map(([clock, rest]) => `${at(clock)}|${rest}\n`).join('')

/** Logs on and is called as a member, and is a member of the queue as an interface. */
const anna = log(
  ['07:55', 'NONE|NONE|Agent/52|AGENTCALLBACKLOGIN|1000@default'],
  ['08:00', 'NONE|support|Local/id-61@agentcallback|ADDMEMBER'],
  ['09:00', 'NONE|support|Local/id-61@agentcallback|PAUSE|lunch'],
  ['09:30', 'NONE|support|Local/id-61@agentcallback|UNPAUSE'],
  ['10:00', 'c1|support|NONE|ENTERQUEUE||0700000001|1'],
  ['10:01', 'c1|support|Agent/52|CONNECT|60|c1.1|3'],
  ['10:03', 'c1|support|Agent/52|COMPLETEAGENT|60|120|1'],
  ['12:00', 'NONE|support|Local/id-61@agentcallback|REMOVEMEMBER'],
  ['12:00', 'NONE|NONE|Agent/52|AGENTCALLBACKLOGOFF|1000@default|14700|CommandLogoff']
)
const names = { 'Agent/52': 'Anna Hansson', 'Local/id-61@agentcallback': 'Anna Hansson' }

test.group('A person under two names', () => {
  test('is logged on once, also where the names are given after the calls were collected', async ({
    assert,
  }) => {
    const { collect, point, run } = await collectedSource(asterisk, DAY)
    await collect(anna, 'queue_log')
    const apart = await run('agents')
    assert.equal(apart.rows.length, 2)
    assert.equal(apart.total.loggedOn, 14_700 + 14_400)

    await point.merge({ settings: { agents: names } }).save()
    await collect(log(['13:00', 'c2|support|NONE|JOINEMPTY']), 'queue_log.1')
    const { rows, of, total } = await run('agents')
    assert.equal(rows.length, 1)
    const right = {
      loggedOn: 14_700,
      paused: 1800,
      available: 12_900,
      answered: 1,
      talking: 120,
      occupancy: (100 * 120) / 12_900,
    }
    assert.containsSubset(of('Anna Hansson'), right)
    assert.containsSubset(total, right)
    const logOn = await run('agentLogOn')
    assert.containsSubset(logOn.of('Anna Hansson'), {
      loggedOn: 14_700,
      logOns: 1,
      pauses: 1,
      longestPause: 1800,
      firstLogOn: `${DAY}T07:55:00+01:00`,
      lastLogOff: `${DAY}T12:00:00+01:00`,
      occupancy: right.occupancy,
    })
    const hours = await run('agentLogOn', { interval: 'timeOfDay', intervalMinutes: 60 })
    assert.deepEqual(
      hours.rows.map(({ interval, loggedOn }) => [interval, loggedOn]),
      [
        ['07:00', 300],
        ['08:00', 3600],
        ['09:00', 3600],
        ['10:00', 3600],
        ['11:00', 3600],
      ]
    )
  })

  test('and several agents are each counted once in the total', async ({ assert }) => {
    const { collect, run } = await collectedSource(asterisk, DAY, { agents: names })
    const bo = log(
      ['09:00', 'NONE|support|SIP/8007|ADDMEMBER'],
      ['11:00', 'NONE|support|SIP/8007|REMOVEMEMBER']
    )
    const lines = `${anna}${bo}`.trim().split('\n').sort()
    await collect(`${lines.join('\n')}\n`, 'queue_log')
    const { total } = await run('agents')
    assert.equal(total.loggedOn, 14_700 + 7200)
    const { of } = await run('queueLogOn')
    assert.containsSubset(of('support'), { loggedOn: 14_400 + 7200, agents: 2, logOns: 2 })
  })
})

test.group('Occupancy', () => {
  const site = async () => {
    const made = await collectedSource(asterisk, DAY)
    await made.collect(
      log(
        ['08:00', 'NONE|support|SIP/8007|ADDMEMBER'],
        ['08:00', 'NONE|orders|SIP/8007|ADDMEMBER'],
        ['09:00', 'c1|support|NONE|ENTERQUEUE||0700000001|1'],
        ['09:01', 'c1|support|SIP/8007|CONNECT|60|c1.1|3'],
        // A second line, answered during the first call and going on in its wrap-up.
        ['09:14', 'c2|orders|NONE|ENTERQUEUE||0700000002|1'],
        ['09:15', 'c2|orders|SIP/8007|CONNECT|60|c2.1|3'],
        ['09:21', 'c1|support|SIP/8007|COMPLETEAGENT|60|1200|1'],
        ['09:21', 'c1|support|SIP/8007|WRAPUPSTART|600'],
        ['09:25', 'c2|orders|SIP/8007|COMPLETECALLER|60|600|1'],
        ['10:00', 'NONE|support|SIP/8007|REMOVEMEMBER'],
        ['10:00', 'NONE|orders|SIP/8007|REMOVEMEMBER']
      ),
      'queue_log'
    )
    return made
  }

  test('counts each second of an agent once, whatever the number of queues', async ({ assert }) => {
    const { run } = await site()
    const { total, of } = await run('queueLogOn')
    assert.containsSubset(of('support'), { loggedOn: 7200, present: 7200 })
    assert.equal(total.loggedOn, 14_400)
    assert.equal(total.present, 7200)
    assert.equal(of('support')!.busy, 1800)
    assert.equal(of('orders')!.busy, 600)
    assert.containsSubset(total, { busy: 1800, occupancyLoggedOn: 25 })
    const { of: agent } = await run('agents')
    assert.containsSubset(agent('SIP/8007'), {
      loggedOn: 7200,
      talking: 1200 + 600,
      wrapUp: 600,
      busy: 1800,
      occupancy: 25,
    })
  })
})
