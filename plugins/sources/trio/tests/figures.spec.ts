import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { collectedSource } from '#tests/made/collected_source'
import { once } from '#tests/made/once'
import trio from '../index.js'

const fixture = (name: string) => readFile(new URL(`fixtures/${name}`, import.meta.url))

test.group('A Monday of Trio reckoned by hand', () => {
  const site = once(async () => {
    const made = await collectedSource(trio, '2026-03-02')
    await made.collect(await fixture('trio-2026-03.csv'), 'trio-2026-03.csv')
    return made
  })

  test('a service id has the columns of the manual, and they consist of what it says', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of, total } = await run('serviceIds')
    assert.containsSubset(of('1001'), {
      objectName: 'Medlemsservice',
      incoming: 10,
      closed: 1,
      leftByChoice: 1,
      answered: 6,
      answeredDirect: 5,
      answeredCallbacks: 1,
      unanswered: 3,
      unansweredDirect: 2,
      unansweredCallbacks: 1,
      meanAnswerTime: (8 + 10 + 11 + 30 + 31 + 51) / 6,
      longestAnswerTime: 51,
      meanTalkTime: (180 + 60 + 120 + 60 + 60 + 60) / 6,
      meanWaitUnanswered: (10 + 50 + 60) / 3,
      meanWaitAll: (8 + 10 + 11 + 30 + 31 + 51 + 10 + 50 + 60 + 25) / 10,
      answeredShare: 60,
      answeredWithin_20: 3,
      contacts: 11,
    })
    assert.containsSubset(total, { incoming: 11, answered: 7 })
  })

  test('answer times 10, 30, 50 give 0–10, 11–30 and 31–50, and without any 0–20', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of, document } = await run('voiceAdvanced', {
      parameters: { answerTimes: [10, 30, 50] },
      locale: 'sv',
    })
    const bands = document.intervals[0]!.columns.filter(({ key }) => key.includes('Between'))
    assert.deepEqual(
      bands.map(({ label, key }) => [label, of('1001')![key]]),
      [
        ['Besvarade 0–10 sekunder', 2],
        ['Besvarade 11–30 sekunder', 2],
        ['Besvarade 31–50 sekunder', 1],
        ['Ej besvarade 0–10 sekunder', 1],
        ['Ej besvarade 11–30 sekunder', 0],
        ['Ej besvarade 31–50 sekunder', 1],
      ]
    )
    const usual = await run('voiceAdvanced')
    assert.include(
      usual.document.intervals[0]!.columns.map(({ label }) => label),
      'Answered 0–20 seconds'
    )
    // The chat of the other service id is no call.
    assert.notExists(usual.of('1002')?.answered || undefined)
  })

  test('contacts are grouped by what they were about', async ({ assert }) => {
    const { run } = await site()
    const { of } = await run('byErrandMarking', { breakdown: true })
    assert.containsSubset(of('1001', 'Faktura'), { markings: 2, meanTalkTime: 120 })
    assert.containsSubset(of('1001', 'Medlemskap'), { markings: 1 })
    const whole = await run('byErrandMarking')
    assert.containsSubset(whole.of('1001'), {
      markings: 4,
      markedContacts: 3,
      answered: 6,
      markedShare: 50,
    })
  })

  test('agents have what they answered, and what customers thought of it', async ({ assert }) => {
    const { run } = await site()
    const agents = await run('agents')
    assert.containsSubset(agents.of('lisa.friberg'), {
      objectName: 'Lisa Friberg',
      answered: 4,
      answeredCallbacks: 1,
      talkTime: 180 + 120 + 60 + 600,
      markedContacts: 3,
      services: 2,
    })
    const surveys = await run('agentSurveys')
    assert.containsSubset(surveys.of('lisa.friberg'), { asked: 3, answers: 3, meanScore: 13 / 3 })
    assert.containsSubset(surveys.of('tomas.ek'), {
      asked: 2,
      answers: 1,
      unansweredQuestions: 1,
      answersShare: 50,
      meanScore: 3,
    })
    const perQuestion = await run('serviceSurveys', { breakdown: true })
    assert.containsSubset(perQuestion.of('1001', 'Helhet'), { asked: 2, meanScore: 4 })
  })
})

test.group('Records of Trio that come late', () => {
  test('a closed period changes, is right, and says as of when', async ({ assert }) => {
    const site = await collectedSource(trio, '2026-03-02')
    await site.collect(await fixture('trio-2026-03.csv'), 'trio-2026-03.csv')
    const before = await site.run('serviceIds')
    await site.collect(await fixture('trio-late.csv'), 'trio-2026-04.csv')
    const after = await site.run('serviceIds')
    assert.containsSubset(before.of('1001'), { incoming: 10, answered: 6 })
    assert.containsSubset(after.of('1001'), { incoming: 11, answered: 7, incomingEach_email: 1 })
    assert.isAbove(after.document.asOf.getTime(), before.document.asOf.getTime())
    const april = await site.run('serviceIds', {
      period: {
        from: '2026-04-07',
        to: '2026-04-07',
        fromTime: '00:00',
        toTime: '24:00',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
    })
    assert.equal(april.total.incoming, 0)
  })

  test('a corrected record leaves none of its first markings and answers behind', async ({
    assert,
  }) => {
    const site = await collectedSource(trio, '2026-03-02')
    await site.collect(await fixture('trio-2026-03.csv'), 'trio-2026-03.csv')
    await site.collect(await fixture('trio-late.csv'), 'trio-2026-04.csv')
    const markings = await site.run('byErrandMarking', { breakdown: true })
    assert.containsSubset(markings.of('1001', 'Faktura'), { markings: 2 })
    assert.containsSubset(markings.of('1001', 'Medlemskap'), { markings: 2 })
    assert.isUndefined(markings.of('1001', 'Adressändring'))
    const surveys = await site.run('serviceSurveys')
    assert.containsSubset(surveys.of('1001'), { asked: 3, answers: 2, meanScore: 2.5 })
  })
})
