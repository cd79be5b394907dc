import { test } from '@japa/runner'
import type { Question, ReportQuestion } from '#core/contracts/question'
import type Customer from '#core/customers/models/customer'
import MeasurementObject from '#core/measurement_objects/models/measurement_object'
import { readerFor } from '#core/permissions/read_rights'

import { askAt } from '#tests/made/asked'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog, MONDAY, weeksLater } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const calls: ReportQuestion = {
  kind: 'report',
  report: 'asterisk.queue',
  period: { choice: 'today' },
  columns: ['incoming', 'answered', 'longestAnswerTime'],
}
const MONDAY_NOON = new Date('2026-01-05T11:00:00Z')

/** Who sees everything, and who sees the queue `support` alone. */
async function readersOf(customer: Customer) {
  const [all, few] = await Promise.all([
    madeUser(customer, { administrator: true }),
    madeUser(customer),
  ])
  const support = await MeasurementObject.findByOrFail({
    customerId: customer.id,
    identifier: 'support',
  })
  const reader = await readerFor(few.id, customer.id)
  return {
    administrator: await readerFor(all.id, customer.id),
    limited: { ...reader, objectIds: new Set([support.id]) },
  }
}

test.group('Questions | asked', () => {
  test('a report question is answered with figures and no words, each reader with what they may see', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator, limited } = await readersOf(customer)
    const each: ReportQuestion = { ...calls, grouping: 'object' }
    const [all] = await askAt([each], administrator, MONDAY_NOON)
    assert.deepInclude(all, {
      from: 'facts',
      goodFor: null,
      period: { from: '2026-01-05', to: '2026-01-05' },
      total: { incoming: 9, answered: 5, longestAnswerTime: 45 },
      columns: [
        { key: 'incoming', unit: 'count' },
        { key: 'answered', unit: 'count' },
        { key: 'longestAnswerTime', unit: 'seconds' },
      ],
    })
    const interval = '2026-01-05/2026-01-05'
    const support = { interval, object: 'support', objectName: 'support' }
    const sales = { interval, object: 'sälj', objectName: 'sälj' }
    assert.deepEqual(all!.rows, [
      { ...sales, incoming: 3, answered: 2, longestAnswerTime: 12 },
      { ...support, incoming: 6, answered: 3, longestAnswerTime: 45 },
    ])
    const [few] = await askAt([each], limited, MONDAY_NOON)
    assert.deepEqual(few!.rows, [{ ...support, incoming: 6, answered: 3, longestAnswerTime: 45 }])
    assert.deepEqual(few!.total, { incoming: 6, answered: 3, longestAnswerTime: 45 })
  })

  test('the period goes on with the customer’s calendar', async ({ assert }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator } = await readersOf(customer)
    const of = async (choice: 'today' | 'yesterday' | 'lastDaysToToday', at: string) => {
      const period = choice === 'lastDaysToToday' ? { choice, count: 7 } : { choice }
      const [answer] = await askAt([{ ...calls, period }], administrator, new Date(at))
      return [answer!.period!.from, answer!.total!.incoming]
    }
    // Half past midnight in Stockholm is still the day before in UTC.
    assert.deepEqual(await of('today', '2026-01-04T23:30:00Z'), ['2026-01-05', 9])
    assert.deepEqual(await of('today', '2026-01-05T23:30:00Z'), ['2026-01-06', 0])
    assert.deepEqual(await of('yesterday', '2026-01-05T23:30:00Z'), ['2026-01-05', 9])
    assert.deepEqual(await of('lastDaysToToday', '2026-01-11T10:00:00Z'), ['2026-01-05', 9])
  })

  test('a question that is refused says why, and fails no other', async ({ assert }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator, limited } = await readersOf(customer)
    const questions = [
      { ...calls, report: 'asterisk.nothing' },
      { ...calls, columns: ['incoming', 'wished'] },
      { ...calls, columns: [] },
      { ...calls, columns: 'incoming' },
      { ...calls, objects: { objects: ['nobody'] } },
      { ...calls, objects: {} },
      { ...calls, period: { choice: 'tomorrow' } },
      { ...calls, period: { choice: 'today', count: 3 } },
      { ...calls, period: { choice: 'lastWeeks', count: 0 } },
      { ...calls, period: { choice: 'today', fromTime: '25:00' } },
      { kind: 'usual', weeks: 8, of: { ...calls, period: { choice: 'monthToToday' } } },
      { kind: 'usual', weeks: 90, of: calls },
      { kind: 'guess' },
      { kind: 'state', what: 'mood' },
      calls,
    ] as unknown as Question[]
    const answers = await askAt(questions, administrator, MONDAY_NOON)
    assert.deepEqual(
      answers.map(({ problem }) => problem && `${problem.code} ${problem.field}`),
      [
        'E_UNKNOWN_REPORT report',
        'E_UNKNOWN_COLUMN columns.1',
        'E_VALIDATION columns',
        'E_VALIDATION columns',
        'E_UNKNOWN_OBJECT objects.0',
        'E_NO_OBJECTS objects',
        'E_PERIOD period.choice',
        'E_PERIOD period.count',
        'E_PERIOD period.count',
        'E_VALIDATION period.fromTime',
        'E_NO_USUAL of.period.choice',
        'E_NO_USUAL weeks',
        'E_UNKNOWN_QUESTION kind',
        'E_UNKNOWN_QUESTION what',
        undefined,
      ]
    )
    assert.equal(answers.at(-1)!.total!.incoming, 9)
    // What is not theirs to see does not exist.
    const [hidden] = await askAt(
      [{ ...calls, objects: { objects: ['sälj'] } }],
      limited,
      MONDAY_NOON
    )
    assert.equal(hidden!.problem!.code, 'E_UNKNOWN_OBJECT')
    assert.deepEqual([hidden!.rows, hidden!.total], [[], null])
  })

  test('a usual Monday is the median of those before, up to the same minute, without holidays and days without calls', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await customer.merge({ holidays: [{ date: '2026-01-19', name: 'Inventory' }] }).save()
    const morning = MONDAY.filter((line) => line.includes('.s'))
    await collectedLog(customer, [
      ...MONDAY,
      ...weeksLater(1, morning),
      ...weeksLater(2),
      ...weeksLater(3, morning.slice(0, 3)),
    ])
    const { administrator } = await readersOf(customer)
    const usual: Question = { kind: 'usual', of: calls, weeks: 6 }
    const ask = async (question: Question, at: string) => {
      const [answer] = await askAt([question], administrator, new Date(at))
      return answer!
    }
    // Mondays with 9, 6 and 1 calls; the one with the holiday is left out.
    const noon = await ask(usual, '2026-02-02T11:00:00Z')
    assert.equal(noon.days, 3)
    assert.deepInclude(noon.total, { incoming: 6 })
    assert.deepInclude(noon.low![0], { incoming: 3.5 })
    assert.deepInclude(noon.high![0], { incoming: 7.5 })
    // At one minute past eight the first call alone had come, on each of them, and two of sales on none.
    const early = await ask(usual, '2026-02-02T07:01:00Z')
    assert.deepInclude(early.total, { incoming: 1, answered: 1 })
    const night = await ask(usual, '2026-02-01T23:00:00Z')
    assert.deepInclude(night, { days: 0, rows: [], total: null })
    const slots: ReportQuestion = { ...calls, interval: 'timeOfDay', intervalMinutes: 60 }
    const curve = await ask({ kind: 'usual', of: slots, weeks: 6 }, '2026-02-02T07:01:00Z')
    assert.deepInclude(
      curve.rows.find(({ interval }) => interval === '08:00'),
      { incoming: 6 }
    )
  })

  test('whether the customer is open follows its hours and holidays, also over midnight', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const { administrator } = await readersOf(customer)
    const state = async (at: string) => {
      const question: Question = { kind: 'state', what: 'opening' }
      const [answer] = await askAt([question], administrator, new Date(at))
      return answer!.total
    }
    assert.deepEqual(await state('2026-01-05T11:00:00Z'), {
      ...{ open: null, nextChange: null, holiday: null },
    })
    const hours = (from: string, to: string) => [{ from, to }]
    await customer
      .merge({
        openingHours: { 1: hours('08:00', '24:00'), 2: hours('00:00', '17:00') },
        holidays: [{ date: '2026-01-13', name: 'Knut' }],
      })
      .save()
    const closed = { open: false, holiday: null }
    assert.deepEqual(await state('2026-01-05T06:59:00Z'), {
      ...closed,
      nextChange: '2026-01-05T07:00:00.000Z',
    })
    assert.deepEqual(await state('2026-01-05T22:59:00Z'), {
      ...{ open: true, nextChange: '2026-01-06T16:00:00.000Z', holiday: null },
    })
    assert.deepEqual(await state('2026-01-06T16:00:00Z'), {
      ...closed,
      nextChange: '2026-01-12T07:00:00.000Z',
    })
    assert.deepEqual(await state('2026-01-13T09:00:00Z'), {
      ...{ open: false, nextChange: '2026-01-19T07:00:00.000Z', holiday: 'Knut' },
    })
    const [collecting] = await askAt(
      [{ kind: 'state', what: 'collecting' }],
      administrator,
      MONDAY_NOON
    )
    assert.deepInclude(collecting!.rows[0], { source: 'asterisk', points: 1 })
  })
})
