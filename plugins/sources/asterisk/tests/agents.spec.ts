import { test } from '@japa/runner'
import { factsOf, instant, Known, log } from './known.js'

const spans = async (event: string, ...lines: string[]) => {
  const told = await factsOf(log(...lines), event)
  return told.map(({ queue, state, reason, seconds }) => [queue ?? null, state, reason, seconds])
}

const perQueue = (...lines: string[]) => spans('agentState', ...lines)
const perAgent = (...lines: string[]) => spans('agentSession', ...lines)

const onSupport = '08:00:00 NONE|support|Anna|ADDMEMBER'
const onSales = '08:10:00 NONE|sales|Anna|ADDMEMBER'
const offSupport = '09:00:00 NONE|support|Anna|REMOVEMEMBER'
const offSales = '09:30:00 NONE|sales|Anna|REMOVEMEMBER'

test.group('Agents’ states', () => {
  test('being logged on lasts until the log says that it ended', async ({ assert }) => {
    const [open] = await factsOf(log(onSupport), 'agentState')
    assert.containSubset(open, {
      at: instant('08:00:00'),
      began: instant('08:00:00'),
      ended: null,
      seconds: null,
    })
    const [ended] = await factsOf(log(onSupport, offSupport), 'agentState')
    assert.containSubset(ended, { key: open?.key, ended: instant('09:00:00'), seconds: 3600 })
  })

  test('two queues at once are two times per queue and one time of the agent', async ({
    assert,
  }) => {
    const day = [onSupport, onSales, offSupport, offSales]
    assert.deepEqual(await perQueue(...day), [
      ['support', 'loggedOn', null, 3600],
      ['sales', 'loggedOn', null, 4800],
    ])
    assert.deepEqual(await perAgent(...day), [[null, 'loggedOn', null, 5400]])
  })

  test('a pause in one of two queues is no pause of the agent', async ({ assert }) => {
    const day = [
      onSupport,
      onSales,
      '08:20:00 NONE|support|Anna|PAUSE|coffee',
      '08:30:00 NONE|support|Anna|UNPAUSE',
    ]
    assert.deepInclude(await perQueue(...day), ['support', 'paused', 'coffee', 600])
    assert.deepEqual(await perAgent(...day), [[null, 'loggedOn', null, null]])
  })

  test('a pause in all queues is one at each and one of the agent', async ({ assert }) => {
    const day = [
      onSupport,
      onSales,
      '08:20:00 NONE|NONE|Anna|PAUSEALL|lunch | walk',
      '08:50:00 NONE|NONE|Anna|UNPAUSEALL',
    ]
    const told = await perQueue(...day)
    assert.deepEqual(
      told.filter(([, state]) => state === 'paused'),
      [
        ['support', 'paused', 'lunch | walk', 1800],
        ['sales', 'paused', 'lunch | walk', 1800],
      ]
    )
    assert.deepInclude(await perAgent(...day), [null, 'paused', 'lunch | walk', 1800])
  })

  test('a pause that is logged per queue and for all is counted once', async ({ assert }) => {
    const day = [
      onSupport,
      '08:20:00 NONE|support|Anna|PAUSE|lunch',
      '08:20:00 NONE|NONE|Anna|PAUSEALL|lunch',
      '08:50:00 NONE|support|Anna|UNPAUSE',
      '08:50:00 NONE|NONE|Anna|UNPAUSEALL',
    ]
    assert.deepEqual(await perQueue(...day), [
      ['support', 'loggedOn', null, null],
      ['support', 'paused', 'lunch', 1800],
    ])
    assert.deepInclude(await perAgent(...day), [null, 'paused', 'lunch', 1800])
  })

  test('another reason is another pause', async ({ assert }) => {
    const day = [
      onSupport,
      '08:20:00 NONE|support|Anna|PAUSE|lunch',
      '08:30:00 NONE|support|Anna|PAUSE|meeting',
      '08:50:00 NONE|support|Anna|UNPAUSE',
    ]
    for (const told of [await perQueue(...day), await perAgent(...day)]) {
      assert.deepEqual(
        told.slice(1).map(([, , reason, seconds]) => [reason, seconds]),
        [
          ['lunch', 600],
          ['meeting', 1200],
        ]
      )
    }
  })

  test('logging off ends the pause too, and logging on may begin with one', async ({ assert }) => {
    const day = [
      '08:00:00 NONE|support|Anna|ADDMEMBER|PAUSED',
      '08:10:00 NONE|support|Anna|REMOVEMEMBER',
    ]
    assert.sameDeepMembers(await perQueue(...day), [
      ['support', 'loggedOn', null, 600],
      ['support', 'paused', null, 600],
    ])
    assert.sameDeepMembers(await perAgent(...day), [
      [null, 'loggedOn', null, 600],
      [null, 'paused', null, 600],
    ])
  })

  test('agents of the old style are logged on as a whole', async ({ assert }) => {
    const ways: [on: string, off: string][] = [
      ['AGENTLOGIN|SIP/8007-0000001a', 'AGENTLOGOFF|SIP/8007-0000001a|1800'],
      ['AGENTCALLBACKLOGIN|1002@pcm', 'AGENTCALLBACKLOGOFF|1002@pcm|1800|CommandLogoff'],
    ]
    for (const [on, off] of ways) {
      const logOff = `08:30:00 NONE|NONE|Agent/3001|${off}`
      const both = [`08:00:00 NONE|NONE|Agent/3001|${on}`, logOff]
      assert.deepEqual(await perAgent(...both), [[null, 'loggedOn', null, 1800]])
      assert.deepEqual(await perAgent(logOff), [[null, 'loggedOn', null, 1800]])
    }
  })

  test('logging off as a whole ends what is still open at the queues', async ({ assert }) => {
    const day = [
      '08:00:00 NONE|NONE|Anna|AGENTCALLBACKLOGIN|1000@default',
      onSupport,
      onSales,
      '08:20:00 NONE|sales|Anna|PAUSE|coffee',
      '09:00:00 NONE|NONE|Anna|AGENTCALLBACKLOGOFF|1000@default|3600|CommandLogoff',
    ]
    const perQueues = [
      ['support', 'loggedOn', null, 3600],
      ['sales', 'loggedOn', null, 3000],
      ['sales', 'paused', 'coffee', 2400],
    ]
    assert.deepEqual(await perQueue(...day), perQueues)
    assert.deepEqual(await perAgent(...day), [[null, 'loggedOn', null, 3600]])
    // Late lines about the same agent do not log the agent on again.
    const late = [
      '09:00:05 c1|support|Anna|RINGNOANSWER|5000',
      '09:10:00 NONE|support|Anna|REMOVEMEMBER',
      '09:10:00 NONE|sales|Anna|UNPAUSE',
    ]
    assert.deepEqual(await perQueue(...day, ...late), perQueues)
    assert.deepEqual(await perAgent(...day, ...late), [[null, 'loggedOn', null, 3600]])
    const again = [
      '10:00:00 NONE|support|Anna|ADDMEMBER',
      '10:30:00 NONE|support|Anna|REMOVEMEMBER',
    ]
    assert.deepEqual(await perQueue(...day, ...late, ...again), [
      ...perQueues,
      ['support', 'loggedOn', null, 1800],
    ])
  })

  test('talking lasts from answer to end, whoever ends it', async ({ assert }) => {
    const known = await new Known().read(
      log(
        '08:00:00 c1|support|NONE|ENTERQUEUE||0701740605|1',
        '08:00:05 c1|support|Anna|CONNECT|5|b1|5',
        '08:02:05 c1|support|Anna|COMPLETECALLER|5|120|1'
      )
    )
    assert.containSubset(known.of('agentState', { state: 'talking' }), [
      { agent: 'Anna', queue: 'support', began: instant('08:00:05'), seconds: 120 },
    ])
  })

  test('wrap-up lasts as long as was set, or until the agent does something else', async ({
    assert,
  }) => {
    assert.deepEqual(await perQueue('08:00:00 c1|support|Anna|WRAPUPSTART|25'), [
      ['support', 'wrapUp', null, 25],
    ])
    const next = '08:01:00 c2|support|Anna|CONNECT|5|b1|5'
    assert.deepInclude(await perQueue('08:00:00 c1|support|Anna|WRAPUPSTART', next), [
      'support',
      'wrapUp',
      null,
      60,
    ])
  })

  test('a restart logs agents off, and an agent who shows signs of life was there all the time', async ({
    assert,
  }) => {
    const restart = '08:30:00 NONE|NONE|NONE|QUEUESTART'
    assert.deepEqual(await perAgent(onSupport, restart), [[null, 'loggedOn', null, 1800]])
    const sign = '08:40:00 c1|support|Anna|RINGNOANSWER|5000'
    assert.deepEqual(await perAgent(onSupport, restart, sign, offSupport), [
      [null, 'loggedOn', null, 3600],
    ])
    const again = '08:40:00 NONE|support|Anna|ADDMEMBER'
    assert.deepEqual(await perQueue(onSupport, restart, again, offSupport), [
      ['support', 'loggedOn', null, 1800],
      ['support', 'loggedOn', null, 1200],
    ])
  })

  test('an agent is the same whichever channel the log names', async ({ assert }) => {
    const known = await new Known().read(
      log(
        '08:00:00 NONE|support|Local/2004@from-internal/n|ADDMEMBER',
        '08:10:00 NONE|support|Local/2004@from-internal-0000001a;1|PAUSE',
        '08:20:00 c1|support|SIP/8007-0000001a|RINGNOANSWER|1000',
        '08:20:00 NONE|support|Anna-Lena Ek|ADDMEMBER'
      )
    )
    assert.deepEqual(
      [...new Set(known.of('agentState').map(({ agent }) => agent))],
      ['Local/2004@from-internal', 'Anna-Lena Ek']
    )
    assert.equal(known.of('attempt')[0]?.agent, 'SIP/8007')
  })
})

test.group('Names', () => {
  test('interfaces belong to the persons that the collection point’s table says', async ({
    assert,
  }) => {
    const known = await new Known({
      agents: { 'SIP/8007': 'Anna Hansson', 'Local/2004@from-internal': 'Anna Hansson' },
      queues: { '9000': 'Support' },
      extensions: { '2001': 'David Holm' },
    }).read(log(onSupport))
    assert.deepEqual(known.objects, [
      {
        objectType: 'agent',
        identifier: 'Anna Hansson',
        name: 'Anna Hansson',
        aliases: [{ identifier: 'SIP/8007' }, { identifier: 'Local/2004@from-internal' }],
      },
      { objectType: 'queue', identifier: '9000', name: 'Support' },
      { objectType: 'extension', identifier: '2001', name: 'David Holm' },
    ])
  })
})
