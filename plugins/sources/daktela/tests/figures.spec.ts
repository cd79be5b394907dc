import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import fc from 'fast-check'
import type { ReportType } from '#core/contracts/report_type'
import { collectedSource } from '#tests/made/collected_source'
import { demoFiles } from '#tests/made/demo_files'
import { KnownFacts } from '#tests/made/known_facts'
import { once } from '#tests/made/once'
import { brokenPartitions, evaluate } from '#tests/made/plain_figures'
import daktela from '../index.js'

const types = daktela.reportTypes as readonly ReportType[]
const report = (key: string) => types.find((type) => type.key === `daktela.${key}`)!

test.group('A Monday of Daktela reckoned by hand', () => {
  const site = once(async () => {
    const made = await collectedSource(daktela, '2026-03-02')
    const answers = await readFile(new URL('fixtures/answers.jsonl', import.meta.url))
    await made.collect(answers, 'answers.jsonl')
    return made
  })

  test('a queue: causes of the exchange become outcomes, and missed callers were called back', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of, total } = await run('queues')
    assert.containsSubset(of('7001'), {
      objectName: 'E-handel',
      incoming: 5,
      answered: 2,
      abandoned: 1,
      timedOut: 1,
      leftByChoice: 1,
      missed: 3,
      calledBack: 1,
      meanAnswerTime: 20,
      meanWaitAbandoned: 45,
      meanWaitAll: (10 + 30 + 45 + 120 + 20) / 5,
      talkTime: 300,
      meanHoldTime: 10,
      answeredWithin_20: 1,
      failedAttempts: 2,
      transferred: 1,
    })
    assert.containsSubset(total, { incoming: 6, noAgents: 1 })
  })

  test('an agent: calls in and out, wrap-up, and time between the times that were asked', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of } = await run('agents')
    assert.containsSubset(of('eva.dvorak'), {
      incoming: 1,
      answered: 1,
      outgoing: 3,
      outgoingAnswered: 2,
      talkTime: 100 + 60 + 30,
      wrapUp: 20 + 40,
      // Seen last at 12:05; the pause ended when the next state began.
      loggedOn: 4 * 3600 + 300,
      paused: 45 * 60,
    })
    assert.containsSubset(of('markus.ahl'), { answered: 1, loggedOn: 4.5 * 3600, paused: 0 })
  })

  test('activities: channels, states, and how long they waited and took', async ({ assert }) => {
    const { run } = await site()
    const { of } = await run('activities', { breakdown: true })
    assert.containsSubset(of('7001', 'email'), {
      activities: 2,
      closed: 1,
      waiting: 1,
      meanAnswerTime: 600,
      meanHandling: 600,
    })
    assert.containsSubset(of('7001', 'chat'), { meanAnswerTime: 30, meanHandling: 300 })
    assert.containsSubset(of('7001', 'whatsapp'), { open: 1, closed: 0 })
  })
})

test.group('Random calls of Daktela', () => {
  test('figures are those of a plain count over the rows, and parts add up', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCall(), { maxLength: 50 }), async (calls) => {
        const known = await new KnownFacts(daktela).read(
          `${JSON.stringify({ model: 'activitiesCall', answer: { error: [], result: { data: calls } } })}\n`
        )
        assert.deepEqual(known.rejected, [])
        assert.deepEqual(
          types.flatMap((type) => brokenPartitions(type, known.of)),
          []
        )
        const mine = calls.filter(
          ({ id_queue, direction }) => id_queue === '7001' && direction === 'in'
        )
        const answered = mine.filter((call) => call.answered)
        assert.containsSubset(evaluate(report('queues'), known.of, '7001'), {
          incoming: mine.length,
          answered: answered.length,
          abandoned: mine.filter((call) => !call.answered && call.disconnection_cause === 'abandon')
            .length,
          talkTime: answered.reduce((sum, { duration }) => sum + duration, 0),
          answeredWithin: answered.filter(({ waiting_time }) => waiting_time <= 20).length,
          calledBack: mine.filter((call) => !call.answered && call.missed_call === 0).length,
        })
      }),
      { numRuns: 60 }
    )
  })
})

const anyCall = () =>
  fc.record({
    id_call: fc.uuid(),
    call_time: fc.constantFrom('2026-03-02 08:00:00', '2026-03-02 12:30:00'),
    direction: fc.constantFrom('in', 'out', 'internal'),
    answered: fc.boolean(),
    id_queue: fc.constantFrom('7001', '7002'),
    id_agent: fc.constantFrom('eva.dvorak', 'markus.ahl'),
    waiting_time: fc.nat(60),
    duration: fc.nat(500),
    hold_time: fc.nat(30),
    disposition_cause: fc.constantFrom('', 'caller', 'agent', 'transfer', 'system'),
    disconnection_cause: fc.constantFrom(
      '',
      'abandon',
      'exitwithtimeout',
      'exitwithkey',
      'exitempty',
      'busy',
      'cancel',
      'noanswer',
      'failed'
    ),
    missed_call: fc.constantFrom(null, 0, 1),
  })

test.group('The demo of Daktela', () => {
  test('is the same each time, is read without a rejected row, and its parts add up', async ({
    assert,
  }) => {
    const files = await demoFiles(daktela, '2026-01-15')
    assert.deepEqual(files, await demoFiles(daktela, '2026-01-15'))
    const known = new KnownFacts(daktela)
    for (const { name, text } of files) await known.read(text, name)
    assert.deepEqual(known.rejected, [])
    assert.deepEqual(
      types.flatMap((type) => brokenPartitions(type, known.of)),
      []
    )
    const agents = evaluate(report('agents'), known.of)
    for (const key of ['answered', 'outgoingAnswered', 'wrapUp', 'available', 'paused'])
      assert.isAbove(agents[key]!, 0, key)
  })
})
