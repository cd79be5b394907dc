import { test } from '@japa/runner'
import type { Json } from '#core/contracts/scalar'
import { SwitchboardCollector } from '../collector.js'
import { Known, tools } from './collect.js'
import { agentLine, legLine } from './leg_line.js'
import { managementNode, type StandIn } from './management_node.js'

const noon = '2026-03-04T11:00:00Z'
const leg = (date: string, recordId: string, more: Parameters<typeof legLine>[0] = {}) =>
  legLine({
    recordId,
    callId: recordId,
    startTime: `${date}T08:00:00+01:00`,
    stopTime: `${date}T08:00:20+01:00`,
    result: 'unanswered',
    ...more,
  })

test.group('Asking a management node', (group) => {
  let node: StandIn
  group.each.setup(async () => {
    node = await managementNode('1234.secret')
    return () => node.close()
  })

  const settings = (more: Record<string, Json> = {}) => ({
    address: node.address,
    ticket: '1234.secret',
    firstDay: '2026-03-02',
    ...more,
  })
  const poll = async (known: Known, now = noon) => {
    const collector = new SwitchboardCollector(tools(now))
    for await (const collected of collector.poll(
      known.point,
      known.memory,
      AbortSignal.timeout(60_000)
    )) {
      known.take(collected.events ?? [])
      known.rejected.push(...(collected.rejected ?? []))
      known.memory = JSON.parse(JSON.stringify(collected.memory)) as Json
    }
  }

  test('each day from the first is asked for, up to today', async ({ assert }) => {
    node.days = { '2026-03-02': leg('2026-03-02', 'a'), '2026-03-04': leg('2026-03-04', 'b') }
    const known = new Known(settings())
    await poll(known)
    assert.deepEqual(node.asked, [
      'year=2026&month=03&date=02',
      'year=2026&month=03&date=03',
      'year=2026&month=03&date=04',
    ])
    assert.deepEqual([...known.facts.keys()], ['userCall a', 'userCall b'])
  })

  test('the next time begins two days back, so that late records are counted', async ({
    assert,
  }) => {
    node.days = { '2026-03-02': leg('2026-03-02', 'a'), '2026-03-05': leg('2026-03-05', 'b') }
    const known = new Known(settings())
    await poll(known, '2026-03-05T11:00:00Z')
    node.days['2026-03-03'] = leg('2026-03-03', 'late')
    node.asked.length = 0
    await poll(known, '2026-03-06T11:00:00Z')
    assert.deepEqual(node.asked, [
      'year=2026&month=03&date=03',
      'year=2026&month=03&date=04',
      'year=2026&month=03&date=05',
      'year=2026&month=03&date=06',
    ])
    assert.deepEqual([...known.facts.keys()].sort(), ['userCall a', 'userCall b', 'userCall late'])
  })

  test('asking again changes nothing, and reports a broken line once', async ({ assert }) => {
    node.days = {
      '2026-03-03': leg('2026-03-03', 'a') + leg('2026-03-03', 'b', { direction: 'UP' }),
      '2026-03-04':
        agentLine(
          '2026-03-04T08:00:00+01:00',
          'anna.hansson',
          'answerGroup:+46846500410',
          'loggedOn'
        ) +
        agentLine(
          '2026-03-04T10:00:00+01:00',
          'anna.hansson',
          'answerGroup:+46846500410',
          'loggedOff'
        ),
    }
    const known = new Known(settings())
    await poll(known)
    const once = known.written
    const remembered = JSON.stringify(known.memory)
    await poll(known)
    assert.deepEqual(known.written, once)
    assert.lengthOf(known.rejected, 1)
    assert.equal(JSON.stringify(known.memory), remembered)
  })

  test('a late status change of an agent puts the hours right', async ({ assert }) => {
    const at = (time: string, state: string) =>
      agentLine(`2026-03-03T${time}+01:00`, 'anna.hansson', 'answerGroup:+46846500410', state)
    const known = new Known(settings())
    node.days = { '2026-03-03': at('08:00:00', 'loggedOn') + at('17:00:00', 'loggedOff') }
    await poll(known)
    node.days['2026-03-03'] = at('08:00:00', 'loggedOn') + at('12:00:00', 'loggedOff')
    await poll(known)
    assert.containsSubset(known.of('agentState'), [{ state: 'loggedOn', seconds: 4 * 3600 }])
  })

  test("the last line of a day that is over counts without a line end, today's waits", async ({
    assert,
  }) => {
    node.days = {
      '2026-03-03': leg('2026-03-03', 'over').trimEnd(),
      '2026-03-04': leg('2026-03-04', 'whole') + leg('2026-03-04', 'half').slice(0, 60),
    }
    const known = new Known(settings())
    await poll(known)
    assert.deepEqual([...known.facts.keys()], ['userCall over', 'userCall whole'])
    assert.deepEqual(known.rejected, [])
    node.days['2026-03-04'] = leg('2026-03-04', 'whole') + leg('2026-03-04', 'half')
    await poll(known)
    assert.include([...known.facts.keys()], 'userCall half')
  })

  test('a refused ticket is told, and the ticket itself is in no message', async ({ assert }) => {
    const known = new Known(settings({ ticket: '1234.wrong' }))
    const error = await poll(known).then(
      () => new Error('nothing was wrong'),
      (reason: Error) => reason
    )
    assert.match(
      error.message,
      /refused the system ticket \(401\)\. Check the setting "System ticket"/
    )
    assert.notInclude(JSON.stringify([error.message, String(error.cause)]), '1234.wrong')
  })

  test('an error of the node is told with the day, and the day is asked for again', async ({
    assert,
  }) => {
    node.days = { '2026-03-02': leg('2026-03-02', 'a'), '2026-03-03': leg('2026-03-03', 'b') }
    node.behave['2026-03-03'] = 'error'
    const known = new Known(settings())
    await assert.rejects(() => poll(known), /answered 500 when asked for the records of 2026-03-03/)
    assert.deepEqual([...known.facts.keys()], ['userCall a'])
    node.behave = {}
    await poll(known)
    assert.deepEqual([...known.facts.keys()], ['userCall a', 'userCall b'])
  })

  test('an answer that breaks off leaves the day to be asked for again', async ({ assert }) => {
    const lines = ['a', 'b', 'c'].map((id) => leg('2026-03-02', id)).join('')
    node.days = { '2026-03-02': lines }
    for (const way of ['brokenOff', 'cutShort'] as const) {
      node.behave['2026-03-02'] = way
      const known = new Known(settings())
      await assert.rejects(() => poll(known), /(broke|break) off.*asked for again next time/)
      node.behave = {}
      await poll(known)
      assert.deepEqual([...known.facts.keys()].sort(), ['userCall a', 'userCall b', 'userCall c'])
      assert.deepEqual(known.rejected, [])
    }
  })

  test('a node that is too slow is given up with a sentence', async ({ assert }) => {
    node.behave['2026-03-02'] = 'slow'
    const known = new Known(settings({ timeoutSeconds: 0.2 }))
    await assert.rejects(
      () => poll(known),
      /did not hand over the records of 2026-03-02 within 0.2 seconds/
    )
  })

  test('a redirect is not followed, as it would hand the ticket on', async ({ assert }) => {
    node.behave['2026-03-02'] = 'redirect'
    await assert.rejects(() => poll(new Known(settings())), /points to another address \(302\)/)
    assert.lengthOf(node.asked, 1)
  })

  test('a sign-in page instead of records is told as what it is', async ({ assert }) => {
    node.behave['2026-03-02'] = 'page'
    await assert.rejects(
      () => poll(new Known(settings())),
      /answered with a web page instead of call records/
    )
  })

  test('a point without an address is given files, and asks nobody', async ({ assert }) => {
    const known = new Known(settings({ address: '' }))
    await poll(known)
    assert.isNull(known.memory)
    assert.isEmpty(node.asked)
  })

  test('an address that may not be asked is told without the ticket', async ({ assert }) => {
    const refusing = (input: unknown) =>
      Promise.reject(new Error(`${String(input)} sends elsewhere.`))
    const collector = new SwitchboardCollector({ ...tools(noon), fetch: refusing })
    const { point } = new Known(settings())
    const asking = () => collector.poll(point, null, AbortSignal.timeout(60_000)).next()
    await assert.rejects(asking, /cannot be reached: http.*date=02&t=… sends elsewhere\.$/)
  })

  test('a node that is not there is told with its address', async ({ assert }) => {
    await node.close()
    await assert.rejects(
      () => poll(new Known(settings())),
      /The management node at 127\.0\.0\.1:\d+ cannot be reached/
    )
  })

  test('trying the settings says what an administrator can act on', async ({ assert }) => {
    const trying = (more: Record<string, Json>) => () =>
      new SwitchboardCollector(tools(noon)).test(
        new Known(settings(more)).point,
        AbortSignal.timeout(60_000)
      )
    node.days = { '2026-03-04': leg('2026-03-04', 'a') }
    await assert.doesNotReject(trying({}))
    await assert.rejects(trying({ address: '' }), /"Address of the management node" is empty/)
    await assert.rejects(trying({ address: 'mn' }), /should be like https:\/\/mn\.example\.com/)
    await assert.rejects(trying({ ticket: 'wrong' }), /Check the setting "System ticket"/)
    await assert.rejects(trying({ firstDay: 'monday' }), /should be like 2026-01-01/)
    node.days = { '2026-03-04': '9;17;kund;2026-03-04T08:00:00+01:00;10.0.0.1;anna;b\n' }
    await assert.rejects(
      trying({}),
      /first record of 2026-03-04 cannot be read: It is not known where format version 9/
    )
  })
})
