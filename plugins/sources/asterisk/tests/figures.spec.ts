import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'
import type { Row } from '#core/contracts/scalar'
import { collectFile } from '#core/collection/actions/collect_file'
import { ensurePoint } from '#core/collection/ensure_point'
import { runReport } from '#core/reports/run_report'
import type { ReportQuery } from '#core/reports/report_query'
import asterisk from '../index.js'
import { madeCustomer } from '#tests/made/customer'

const q = 'Kundtjänst'
const t = 'Växel & reklamation'
const files = ['queue_log', 'queue_log.next', 'Master.21.csv']

/** A customer whose Asterisk has been collected, and what its reports say of that Monday. */
async function site() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  const point = await ensurePoint({ customerId: customer.id, source: 'asterisk', name: 'pbx' })
  const agents = { 'PJSIP/2001': 'Anna Hansson', 'SIP/8007': 'David Holm' }
  await point.merge({ settings: { agents, trunks: 'telia' } }).save()
  for (const name of files) {
    const path = fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))
    await collectFile({ customerId: customer.id, source: 'asterisk', point: 'pbx', path, name })
  }
  return async (report: string, more: Partial<ReportQuery> = {}) => {
    const query: ReportQuery = {
      report: `asterisk.${report}`,
      period: {
        from: '2026-01-05',
        to: '2026-01-05',
        fromTime: '00:00',
        toTime: '24:00',
        weekdays: [1, 2, 3, 4, 5, 6, 7],
      },
      interval: 'period',
      intervalMinutes: 30,
      grouping: 'object',
      objects: 'all',
      columns: columnsOf(`asterisk.${report}`),
      parameters: {},
      breakdown: true,
      locale: 'en',
      ...more,
    }
    const document = await runReport(query, {
      customerId: customer.id,
      userId: 0,
      role: 'administrator',
      objectIds: null,
      callSpecification: true,
      personalFields: true,
    })
    const [table] = document.intervals
    const rows: Row[] = []
    for await (const row of table!.rows) rows.push(row)
    return { rows, total: table!.total! }
  }
}

/** Also those that are only shown when they are asked for. */
const columnsOf = (report: string) =>
  Object.keys(asterisk.reportTypes.find(({ key }) => key === report)!.columns)

const rowOf = (rows: readonly Row[], object: string, part?: string) =>
  rows.find((row) => row.object === object && (part === undefined || row.partName === part))

test.group('Figures of a Monday reckoned by hand', () => {
  test('a queue: every call has one outcome, and waits are those of the calls they are said of', async ({
    assert,
  }) => {
    const run = await site()
    const { rows, total } = await run('queue')
    assert.containSubset(rowOf(rows, q), {
      incoming: 8,
      answered: 3,
      abandoned: 1,
      abandonedByCaller: 1,
      timedOut: 0,
      leftByChoice: 1,
      noAgents: 0,
      full: 0,
      closed: 1,
      diverted: 2,
      divertedWaitingCalls: 1,
      divertedHoldTime: 1,
      forwarded: 3,
      ongoing: 0,
      direct: 8,
      viaOther: 0,
      meanAnswerTime: 43 / 3,
      longestAnswerTime: 30,
      medianAnswerTime: 8,
      percentile90AnswerTime: 30,
      meanRingTime: 3,
      meanWaitAbandoned: 10,
      meanTalkTime: 100,
      totalTalkTime: 300,
      transferred: 1,
      endedByAgent: 1,
      endedByCaller: 1,
      endedOtherwise: 0,
      answeredWithin_20: 2,
      answeredWithin_40: 3,
      abandonedWithin_20: 1,
      serviceLevel_20: (100 * 2) / 7,
      serviceLevel_40: (100 * 3) / 7,
      answeredShare: 37.5,
      incomingOpen: 7,
      answeredOpenShare: (100 * 3) / 7,
      // The three that were closed out or diverted never waited.
      meanWaitAll: (43 + 10 + 40) / 5,
      callers: 4,
      attempts: 5,
      attemptsMissed: 1,
      attemptsCancelled: 1,
    })
    assert.containSubset(rowOf(rows, t), {
      incoming: 5,
      answered: 1,
      timedOut: 1,
      noAgents: 2,
      noAgentsOnArrival: 1,
      noAgentsWhileWaiting: 1,
      full: 1,
      direct: 4,
      viaOther: 1,
      serviceLevel_20: 20,
      meanWaitTimedOut: 60,
    })
    assert.containSubset(total, {
      incoming: 13,
      wholeCalls: 12,
      answered: 4,
      meanAnswerTime: 63 / 4,
    })
  })

  test('the agents of a queue, by the names of the persons behind the interfaces', async ({
    assert,
  }) => {
    const run = await site()
    const { rows } = await run('agentsPerQueue')
    assert.containSubset(rowOf(rows, q, 'Anna Hansson'), {
      answered: 2,
      totalTalkTime: 180,
      meanAnswerTime: 6.5,
      attempts: 3,
      attemptsMissed: 0,
      endedByAgent: 1,
      endedByCaller: 1,
      answeredWithin_20: 2,
      loggedOn: 14_700,
      paused: 900,
    })
    assert.containSubset(rowOf(rows, q, 'Åsa Öberg'), {
      answered: 1,
      attempts: 2,
      attemptsMissed: 1,
      transferred: 1,
      loggedOn: 7320,
    })
  })

  test('an agent over all queues: calls, misses, talk, wrap-up and occupancy', async ({
    assert,
  }) => {
    const run = await site()
    const { rows } = await run('agents', { breakdown: false })
    assert.containSubset(rowOf(rows, 'Anna Hansson'), {
      answered: 3,
      attempts: 4,
      attemptsAnswered: 3,
      attemptsCancelled: 1,
      totalTalkTime: 360,
      talking: 360,
      wrapUp: 25,
      loggedOn: 14_730,
      paused: 900,
      available: 13_830,
      occupancy: (100 * 385) / 13_830,
      answeredPerHour: (3 * 3600) / 14_730,
    })
    assert.containSubset(rowOf(rows, 'Åsa Öberg'), {
      answered: 1,
      attemptsMissed: 1,
      loggedOn: 7320,
    })
  })

  test('log-on and pauses per queue', async ({ assert }) => {
    const run = await site()
    const { rows } = await run('queueLogOn', { breakdown: false })
    assert.containSubset(rowOf(rows, q), {
      loggedOn: 14_700 + 7320,
      paused: 900,
      available: 14_700 + 7320 - 900,
      logOns: 2,
      agents: 2,
      loggedOnAtEnd: 0,
      talking: 300,
    })
    assert.containSubset(rowOf(rows, t), {
      logOns: 2,
      loggedOnAtEnd: 1,
      pausedAtEnd: 1,
      talking: 180,
    })
  })

  test('log-on and pauses per agent, counted once however many the queues', async ({ assert }) => {
    const run = await site()
    const { rows } = await run('agentLogOn')
    assert.containSubset(rowOf(rows, 'Anna Hansson'), {
      loggedOn: 14_730,
      paused: 900,
      pauses: 1,
      logOns: 1,
      queues: 2,
      talking: 360,
      pausedWithoutReason: 0,
    })
    assert.containSubset(rowOf(rows, 'Agent/3001'), { loggedOn: 1800, logOns: 1 })
    const { rows: hours } = await run('agentLogOn', {
      interval: 'timeOfDay',
      intervalMinutes: 60,
      objects: ['Anna Hansson'],
    })
    assert.containSubset(
      hours.find(({ interval }) => interval === '08:00'),
      {
        loggedOn: 3600,
        paused: 900,
        talking: 300,
      }
    )
  })

  test('extensions: calls in and out, and what only the system answered', async ({ assert }) => {
    const run = await site()
    const { rows, total } = await run('extensions')
    assert.containSubset(rowOf(rows, '2001'), {
      incoming: 2,
      answered: 1,
      failedIn: 1,
      outgoing: 1,
      outgoingAnsweredBySystem: 1,
      outgoingInternal: 1,
      meanAnswerTime: 6,
      totalTalkTime: 120,
    })
    assert.containSubset(rowOf(rows, '2002'), {
      incoming: 1,
      incomingInternal: 1,
      unanswered: 1,
      outgoing: 2,
      outgoingAnswered: 1,
      outgoingBusy: 1,
      meanTalkOut: 60,
    })
    assert.containSubset(rowOf(rows, '200100'), { incoming: 1, answered: 0, answeredBySystem: 1 })
    assert.containSubset(total, { all: 7, incoming: 4, outgoing: 3, wholeCalls: 6 })
  })
})
