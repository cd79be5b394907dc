import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import type { ReportType } from '#core/contracts/report_type'
import switchboard from '../index.js'
import { evaluate } from './evaluate.js'
import { Known } from './collect.js'

const monday = await readFile(new URL('fixtures/monday.csv', import.meta.url))
const report = (key: string): ReportType =>
  switchboard.reportTypes.find((type) => type.key === `switchboard.${key}`)! as ReportType

const order = 'answerGroup:+46846500410'
const attendants = 'attendantGroup:+46846500402'

test.group('Figures of a Monday reckoned by hand', () => {
  const figures = async (key: string, subject?: string) => {
    const known = await new Known().read(monday)
    return evaluate(report(key), (event) => known.of(event), subject)
  }

  test('every line of the day is read', async ({ assert }) => {
    const known = await new Known().read(monday)
    assert.deepEqual(known.rejected, [])
    assert.equal(known.position, monday.length)
  })

  test('a user sees calls in and out, and those that came by a queue', async ({ assert }) => {
    assert.containsSubset(await figures('users', 'anna.hansson'), {
      incoming: 3,
      direct: 2,
      viaOther: 1,
      incomingInternal: 0,
      fromQueue: 1,
      answered: 1,
      unanswered: 0,
      busy: 0,
      redirected: 1,
      redirectedToNumber: 1,
      meanAnswerTime: 4,
      meanTalkTimeIncoming: 180,
      outgoing: 2,
      outgoingExternal: 1,
      outgoingInternal: 1,
      outgoingUnanswered: 0,
      outgoingBusy: 1,
      meanTalkTimeOutgoing: 120,
      transferred: 0,
      all: 5,
      talkTime: 300,
      failed: 0,
    })
  })

  test('an answer group sees what it answered, lost, sent on and was asked to call back', async ({
    assert,
  }) => {
    assert.containsSubset(await figures('answerGroups', order), {
      incoming: 5,
      direct: 4,
      viaOther: 1,
      closed: 0,
      answered: 1,
      unanswered: 1,
      callbacks: 1,
      callbacksHandled: 1,
      meanAnswerTime: 18,
      longestAnswerTime: 18,
      meanTalkTime: 180,
      talkTime: 180,
      meanWaitUnanswered: 45,
      meanWaitAll: (18 + 45 + 60 + 240 + 5) / 5,
      forwarded: 2,
      forwardedNoAgents: 0,
      forwardedTimeout: 1,
      forwardedNight: 1,
      forwardedToServices: 0,
      answeredWithin: 1,
      unansweredWithin: 0,
      answeredShare: 20,
      unansweredShare: 20,
      forwardedShare: 40,
      transferred: 0,
      answeredByEach: 1,
    })
  })

  test('the telephonists see the call that timed out in the answer group', async ({ assert }) => {
    assert.containsSubset(await figures('answerGroups', attendants), {
      incoming: 3,
      direct: 0,
      viaOther: 3,
      answered: 1,
      unanswered: 1,
      closed: 1,
      answeredOpenShare: 50,
      meanAnswerTime: 8,
      meanWaitAll: (8 + 11) / 2,
      transferred: 1,
    })
  })

  test('a call over number, menu, queue and user is one leg at each and one whole call', async ({
    assert,
  }) => {
    const known = await new Known().read(monday)
    const legs = ['functionNumberCall', 'menuChoice', 'queueCall', 'userCall'].map(
      (event) => known.of(event).filter(({ call }) => call === 'c1').length
    )
    assert.deepEqual(legs, [1, 1, 1, 1])
    const groups = evaluate(report('answerGroups'), (event) => known.of(event))
    assert.containsSubset(groups, { incoming: 8, calls: 7 })
  })

  test('hunt groups, function numbers, menus, systems and organisations have theirs', async ({
    assert,
  }) => {
    assert.containsSubset(await figures('huntGroups'), {
      incoming: 2,
      answered: 1,
      unanswered: 0,
      overflow: 1,
      answeredOpenShare: 50,
      meanAnswerTime: 7,
      meanWaitAll: (25 + 7) / 2,
      answeredByEach: 1,
    })
    assert.containsSubset(await figures('functionNumbers'), { incoming: 1, forwarded: 1 })
    assert.containsSubset(await figures('menus'), {
      incoming: 3,
      forwarded: 1,
      hungUp: 1,
      timeout: 1,
      keyEach: 1,
    })
    assert.containsSubset(await figures('menuForwardedTo'), {
      forwarded: 2,
      chosen: 1,
      withoutChoice: 1,
    })
    assert.containsSubset(await figures('externalSystems'), {
      all: 1,
      toSystem: 1,
      answered: 1,
      meanAnswerTime: 10,
      meanTalkTime: 60,
    })
    assert.containsSubset(await figures('organisation', 'stockholm'), {
      incoming: 3,
      answered: 2,
      busy: 1,
      users: 1,
    })
  })

  test('hours in two groups at once are hours of each group, and once of the person', async ({
    assert,
  }) => {
    assert.containsSubset(await figures('logOnPerGroup', order), {
      loggedOn: 9 * 3600 + 4 * 60,
      paused: 31 * 60,
      logOns: 2,
      agents: 2,
    })
    assert.containsSubset(await figures('logOnPerAgent', 'sofie.ramfors'), {
      loggedOn: 9 * 3600 + 4 * 60 + 3,
      paused: 30 * 60,
      logOns: 1,
      pauses: 1,
      loggedOnGroups: 9 * 3600 + 4 * 60 + 9 * 3600 + 2 * 60 + 3,
      groups: 2,
    })
  })
})
