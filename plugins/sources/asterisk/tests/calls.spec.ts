import { test } from '@japa/runner'
import { factsOf, fixture, instant, Known, log } from './known.js'

const enter = '08:00:00 c1|support|NONE|ENTERQUEUE||0701740605|2'
const connect = '08:00:20 c1|support|SIP/8007|CONNECT|20|b1|5'

/** The call of a log with one call in it. */
const call = async (...lines: string[]) => {
  const [only] = await factsOf(log(...lines), 'queueCall')
  return only
}

test.group('Calls at queues', () => {
  test('a call that waits is ongoing', async ({ assert }) => {
    const told = await call(enter)
    assert.containSubset(told, {
      at: instant('08:00:00'),
      queue: 'support',
      call: 'c1',
      caller: '0701740605',
      outcome: 'ongoing',
      originalPosition: 2,
      agent: null,
      wait: null,
    })
  })

  test('letters of Latin-1 are the letters that they are, beside UTF-8 in the same log', async ({
    assert,
  }) => {
    const latin = log('08:00:00 c1|Växel kök|NONE|ENTERQUEUE||0701740605|1')
    const utf8 = log('08:01:00 c2|Växel kök|NONE|ENTERQUEUE||0701740605|1')
    const known = await new Known().read(
      Buffer.concat([Buffer.from(latin, 'latin1'), Buffer.from(utf8)])
    )
    assert.lengthOf(known.of('queueCall', { queue: 'Växel kök' }), 2)
  })

  test('the number that was dialled is kept where FreePBX tells it, and lines of add-ons are read', async ({
    assert,
  }) => {
    const did = '08:00:00 c1|support|NONE|DID|0855500100'
    assert.containSubset(await call(did, enter, connect), { dialled: '0855500100', wait: 20 })
    assert.containSubset(await call(enter, did, connect), { dialled: '0855500100', wait: 20 })
    assert.containSubset(await call(enter, connect), { dialled: null })
    const known = await new Known().read(
      log(
        did,
        enter,
        '08:00:30 c1|support|SIP/8007|CALLSTATUS|OK|',
        '08:00:31 c1|support|NONE|INFO|IVRAPPEND|1'
      )
    )
    assert.deepEqual(known.rejected, [])
  })

  test('a call that an agent answers is answered before it ends', async ({ assert }) => {
    assert.containSubset(await call(enter, connect), {
      at: instant('08:00:00'),
      outcome: 'answered',
      agent: 'SIP/8007',
      wait: 20,
      ring: 5,
      talk: null,
      endedBy: null,
    })
  })

  test('who hung up and how long they talked stands with the call', async ({ assert }) => {
    for (const [verb, endedBy] of [
      ['COMPLETEAGENT', 'agent'],
      ['COMPLETECALLER', 'caller'],
    ]) {
      const told = await call(enter, connect, `08:02:20 c1|support|SIP/8007|${verb}|20|120|2`)
      assert.containSubset(told, { outcome: 'answered', wait: 20, talk: 120, endedBy })
    }
  })

  test('a call that was not let in is counted once, also when its line stands twice', async ({
    assert,
  }) => {
    for (const verb of ['FULL', 'CLOSED', 'JOINEMPTY', 'DIVERT_HOLDTIME']) {
      const line = `08:00:00 c1|support|NONE|${verb}`
      assert.lengthOf(await factsOf(log(line, line), 'queueCall'), 1)
    }
  })

  test('an answer without ringing time has none', async ({ assert }) => {
    const told = await call(enter, '08:00:20 c1|support|SIP/8007|CONNECT|20|b1')
    assert.containSubset(told, { outcome: 'answered', wait: 20, ring: null })
  })

  test('a transfer ends the conversation, in old and new words', async ({ assert }) => {
    const ways: [line: string, to: string | null][] = [
      ['BLINDTRANSFER|8010|internal|20|60|2', '8010'],
      ['TRANSFER|8010|internal|20|60', '8010'],
      ['ATTENDEDTRANSFER|BRIDGE|0b2c-11|20|60|2', null],
      ['ATTENDEDTRANSFER|APP|VoiceMail|20|60|2', 'VoiceMail'],
      ['ATTENDEDTRANSFER|LINK|SIP/8010-0000001b|SIP/8011-0000001c|20|60|2', 'SIP/8010-0000001b'],
    ]
    for (const [line, transferredTo] of ways) {
      const told = await call(enter, connect, `08:01:20 c1|support|SIP/8007|${line}`)
      assert.containSubset(told, { outcome: 'answered', endedBy: 'transfer', talk: 60, wait: 20 })
      assert.equal(told?.transferredTo, transferredTo, line)
    }
  })

  test('each way to leave unanswered is an outcome of its own', async ({ assert }) => {
    const ways: [line: string, expected: object][] = [
      ['ABANDON|1|2|30', { outcome: 'abandoned', endedBy: 'caller', position: 1, wait: 30 }],
      ['EXITWITHTIMEOUT|1|2|30', { outcome: 'timedOut', position: 1, wait: 30 }],
      ['EXITWITHTIMEOUT|1', { outcome: 'timedOut', position: 1, wait: 30 }],
      ['EXITWITHKEY|7|1|2|30', { outcome: 'leftByChoice', keyPressed: '7', position: 1, wait: 30 }],
      ['EXITEMPTY|1|2|30', { outcome: 'noAgents', reason: 'leaveEmpty', wait: 30 }],
      ['LEAVEEMPTY', { outcome: 'noAgents', reason: 'leaveEmpty', wait: 30 }],
    ]
    for (const [line, expected] of ways) {
      assert.containSubset(await call(enter, `08:00:30 c1|support|NONE|${line}`), expected)
    }
  })

  test('a call that is not let in is counted, and did not wait', async ({ assert }) => {
    const ways: [verb: string, expected: object][] = [
      ['FULL', { outcome: 'full' }],
      ['CLOSED', { outcome: 'closed' }],
      ['JOINEMPTY', { outcome: 'noAgents', reason: 'joinEmpty' }],
      ['DIVERT_CA_RATIO', { outcome: 'diverted', reason: 'waitingCalls' }],
      ['DIVERT_HOLDTIME', { outcome: 'diverted', reason: 'holdTime' }],
    ]
    for (const [verb, expected] of ways) {
      const told = await call(`08:00:00 c1|support|NONE|${verb}`)
      assert.containSubset(told, { ...expected, wait: null, at: instant('08:00:00') })
    }
  })

  test('a call that the agent or the telephones drop is lost, unless the queue goes on with it', async ({
    assert,
  }) => {
    const dump = '08:00:10 c1|support|SIP/8007|AGENTDUMP'
    assert.containSubset(await call(enter, dump), {
      outcome: 'abandoned',
      reason: 'agentDump',
      endedBy: 'agent',
      wait: 10,
    })
    assert.containSubset(await call(enter, '08:00:10 c1|support|SIP/8007|SYSCOMPAT'), {
      outcome: 'abandoned',
      reason: 'incompatible',
      endedBy: 'system',
    })
    assert.containSubset(await call(enter, dump, connect), { outcome: 'answered', reason: null })
  })

  test('an exit that is logged with its cause is one call', async ({ assert }) => {
    const known = await new Known().read(
      log(enter, '08:00:30 c1|support|NONE|EXITEMPTY|1|1|30', '08:00:30 c1|support|NONE|LEAVEEMPTY')
    )
    assert.lengthOf(known.of('queueCall'), 1)
  })

  test('a call that comes to the queue again is another call at it, and says where it came from', async ({
    assert,
  }) => {
    const known = await new Known().read(
      log(
        enter,
        '08:00:30 c1|support|NONE|EXITWITHTIMEOUT|1|1|30',
        '08:00:31 c1|sales|NONE|ENTERQUEUE||0701740605|1',
        '08:00:41 c1|sales|NONE|EXITWITHKEY|1|1|1|10',
        '08:00:42 c1|support|NONE|ENTERQUEUE||0701740605|1',
        '08:00:52 c1|support|NONE|ABANDON|1|1|10'
      )
    )
    const calls = known.of('queueCall')
    assert.deepEqual(
      calls.map(({ queue, via, outcome }) => [queue, via, outcome]),
      [
        ['support', null, 'timedOut'],
        ['sales', 'support', 'leftByChoice'],
        ['support', 'sales', 'abandoned'],
      ]
    )
    assert.equal(new Set(calls.map(({ key }) => key)).size, 3)
  })

  test('when it arrived is worked out where the log does not say it', async ({ assert }) => {
    const at = { at: instant('08:00:00') }
    assert.containSubset(await call(connect), at)
    assert.containSubset(await call('08:02:20 c1|support|SIP/8007|COMPLETEAGENT|20|120|2'), {
      ...at,
      outcome: 'answered',
      wait: 20,
      talk: 120,
      agent: 'SIP/8007',
    })
    assert.containSubset(await call('08:00:30 c1|support|NONE|ABANDON|1|2|30'), at)
    assert.containSubset(await call('08:00:30 c1|support|NONE|EXITWITHKEY|7|1|2|30'), at)
  })

  test('a restart ends what was open, and a call that shows itself alive goes on', async ({
    assert,
  }) => {
    for (const marker of ['QUEUESTART', 'CONFIGRELOAD']) {
      const restart = `08:00:50 NONE|NONE|NONE|${marker}`
      assert.containSubset(await call(enter, restart), {
        outcome: 'abandoned',
        reason: 'restart',
        endedBy: 'system',
        wait: 50,
      })
      assert.containSubset(await call(enter, connect, restart), {
        outcome: 'answered',
        talk: 30,
        endedBy: 'system',
      })
      const done = '08:02:20 c1|support|SIP/8007|COMPLETECALLER|20|120|2'
      assert.containSubset(await call(enter, connect, restart, done), {
        outcome: 'answered',
        reason: null,
        talk: 120,
        endedBy: 'caller',
      })
    }
  })

  test('a call whose end is not in the log is not ongoing once it has come again', async ({
    assert,
  }) => {
    const known = await new Known().read(
      log(enter, '08:10:00 c1|support|NONE|ENTERQUEUE||0701740605|1')
    )
    assert.deepEqual(
      known.of('queueCall').map(({ outcome, reason }) => [outcome, reason]),
      [
        ['abandoned', 'lost'],
        ['ongoing', null],
      ]
    )
  })

  test('a number that is withheld is no number', async ({ assert }) => {
    for (const withheld of ['', 'unknown', 'anonymous']) {
      const told = await call(`08:00:00 c1|support|NONE|ENTERQUEUE||${withheld}|1`)
      assert.isNull(told?.caller)
    }
  })

  test('names of queues and callers are read as they are written', async ({ assert }) => {
    const told = await call('08:00:00 c1|Växel & åäö|NONE|ENTERQUEUE||0701740605|1|Žanis Ķēniņš')
    assert.containSubset(told, { queue: 'Växel & åäö', callerName: 'Žanis Ķēniņš' })
  })

  test('times have fractions of a second, or are dates of the table', async ({ assert }) => {
    const known = await new Known().read(fixture('queue_log.old'))
    assert.deepEqual(known.rejected, [])
    assert.containSubset(known.of('queueCall', { caller: '08-123 456 78' })[0], {
      at: '2010-12-01T09:08:20.250Z',
      wait: 20,
      talk: 100,
      endedBy: 'agent',
      reason: null,
    })
    assert.containSubset(known.of('queueCall', { caller: '5551' })[0], {
      at: '2010-12-01T09:20:00.500Z',
      outcome: 'abandoned',
      wait: 9,
    })
  })
})

test.group('Attempts at agents', () => {
  const attempts = (...lines: string[]) => factsOf(log(enter, ...lines), 'attempt')

  test('a miss is told in milliseconds, and a part of a second is dropped', async ({ assert }) => {
    const [missed] = await attempts('08:00:11 c1|support|SIP/8007|RINGNOANSWER|10999')
    assert.containSubset(missed, {
      at: instant('08:00:01'),
      agent: 'SIP/8007',
      queue: 'support',
      call: 'c1',
      outcome: 'missed',
      ringSeconds: 10,
    })
  })

  test('an answer is an attempt, and so is one that the caller did not wait for', async ({
    assert,
  }) => {
    assert.containSubset(
      await attempts('08:00:09 c1|support|SIP/8008|RINGCANCELED|3000', connect),
      [
        { outcome: 'cancelled', ringSeconds: 3, agent: 'SIP/8008' },
        { outcome: 'answered', ringSeconds: 5, agent: 'SIP/8007', at: instant('08:00:15') },
      ]
    )
  })

  test('several agents may miss one call, and one agent several times', async ({ assert }) => {
    const missed = await attempts(
      '08:00:05 c1|support|SIP/8007|RINGNOANSWER|5000',
      '08:00:05 c1|support|SIP/8008|RINGNOANSWER|5000',
      '08:00:15 c1|support|SIP/8007|RINGNOANSWER|5000'
    )
    assert.lengthOf(missed, 3)
  })

  test('a miss that is logged after the call has ended opens no call', async ({ assert }) => {
    const known = await new Known().read(log('08:00:05 c1|support|SIP/8007|RINGNOANSWER|5000'))
    assert.lengthOf(known.of('attempt'), 1)
    assert.lengthOf(known.of('queueCall'), 0)
  })
})
