import { test } from '@japa/runner'
import type { ApiClient } from '@japa/api-client'
import type Customer from '#core/customers/models/customer'
import type { Row } from '#core/contracts/scalar'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { MONDAY, collectedLog } from '#tests/made/queue_log'
import { madeUser } from '#tests/made/user'

const MONDAY_EIGHT = Date.UTC(2026, 0, 5, 7) / 1000
const line = (after: number, call: string, rest: string) =>
  `${MONDAY_EIGHT + after}|${MONDAY_EIGHT}.${call}|${rest}`
/** A call that left `support` unanswered and was answered in `sälj`; the caller of s4, s5, s6 and f3 tries on. */
const MORE = [
  line(3000, 'm1', 'support|NONE|ENTERQUEUE||+46701740777|1'),
  line(3030, 'm1', 'support|NONE|EXITWITHTIMEOUT|1|1|30'),
  line(3031, 'm1', 'sälj|NONE|ENTERQUEUE||+46701740777|1'),
  line(3036, 'm1', 'sälj|SIP/8003|CONNECT|5|m1.1|3'),
  line(3096, 'm1', 'sälj|SIP/8003|COMPLETECALLER|5|60|1'),
]
const QUEUES = {
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-05', fromTime: '08:00', toTime: '10:00' },
}

async function calledMonday() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer, [...MONDAY, ...MORE])
  return customer
}

async function supervisor(
  client: ApiClient,
  customer: Customer,
  values: Parameters<typeof madeUser>[1] = {}
) {
  const user = await madeUser(customer, {
    seesEverything: true,
    callSpecification: true,
    ...values,
  })
  const ask = asker(client, user, customer)
  return (what: string, body: object) => ask('POST', `/api/report/v1/${what}`, body)
}

/** What the audit log says was done to calls, the newest first. */
async function opened(client: ApiClient, customer: Customer) {
  const administrator = await madeUser(customer, { administrator: true })
  const { body } = await asker(client, administrator, customer)('GET', '/api/audit/v1/entries')
  return (body.entries as { action: string; details: Record<string, unknown> }[]).filter(
    ({ action }) => /^(call|followUp|specification)\./.test(action)
  )
}

test.group('Single calls over HTTP', () => {
  test('a call is followed from its line in the specification, and the log says so', async ({
    client,
    assert,
  }) => {
    const customer = await calledMonday()
    const ask = await supervisor(client, customer)
    const { body } = await ask('specification', { ...QUEUES, order: '-wait', limit: 3 })
    assert.deepEqual(
      (body.rows as Row[]).map(({ wait }) => wait),
      [90, 45, 30]
    )
    const listed = await ask('specification', { ...QUEUES, filters: { queue: 'sälj' } })
    const row = (listed.body.rows as Row[]).find(({ caller }) => caller === '+46701740777')
    const journey = await ask('journey', { report: QUEUES.report, call: row?.call, at: row?.at })
    assert.equal(journey.status, 200)
    const legs = journey.body.legs as { objectName: string; eventLabel: string }[]
    assert.includeDeepMembers(
      legs.map(({ eventLabel, objectName }) => [eventLabel, objectName]),
      [
        ['Call at a queue', 'support'],
        ['Call at a queue', 'sälj'],
      ]
    )
    const [entry] = await opened(client, customer)
    assert.equal(entry.action, 'call.opened')
    assert.deepInclude(entry.details, { report: 'asterisk.queue', call: row?.call })
  })

  test('the calls behind a figure are those of its row, and a share has two sides', async ({
    client,
    assert,
  }) => {
    const customer = await calledMonday()
    const ask = await supervisor(client, customer)
    const row = { object: 'support' }
    const rows = { ...QUEUES, interval: 'period', grouping: 'object' }
    const report = await ask('generate', { ...rows, headline: true })
    const support = (report.body.rows as Row[]).find(({ object }) => object === 'support')!
    const counts = async (behind: object) => {
      const { body, status } = await ask('specification', { ...rows, behind })
      assert.equal(status, 200, JSON.stringify(body))
      return body as { count: number; rows: Row[]; behind: Record<string, unknown> }
    }
    const answered = await counts({ column: 'answered', row })
    assert.equal(answered.count, support.answered)
    assert.deepEqual([...new Set(answered.rows.map(({ queue }) => queue))], ['support'])
    assert.deepInclude(answered.behind, {
      made: 'count',
      value: support.answered,
      row: ['support'],
    })

    const share = await counts({ column: 'answeredShare', row })
    const whole = await counts({ column: 'answeredShare', row, side: 'whole' })
    assert.deepEqual([share.count, whole.count], [support.answered, support.incoming])
    const service = await counts({ column: 'serviceLevel_20', row, side: 'whole' })
    assert.deepInclude(service.behind.sides, {
      ...{ side: 'whole', label: 'Counted calls', unit: 'count' },
      ...{ value: service.count, calls: true, listed: true },
    })

    const refusal = async (behind: object) => {
      const { status, body } = await ask('specification', { ...rows, behind })
      const { code, field } = body.error as { code: string; field: string }
      return `${status} ${code} ${field}`
    }
    assert.deepEqual(
      await Promise.all([
        refusal({ column: 'nothing' }),
        refusal({ column: 'serviceLevel' }),
        refusal({ column: 'answered', row: { object: 'nobody' } }),
        refusal({ column: 'answered', row: { interval: '09:00' } }),
        refusal({ column: 'answered', side: 'half' }),
      ]),
      [
        '422 E_UNKNOWN_COLUMN behind.column',
        '422 E_UNKNOWN_FIGURE behind.column',
        '422 E_UNKNOWN_ROW behind.row.object',
        '422 E_UNKNOWN_ROW behind.row.interval',
        '422 E_VALIDATION behind.side',
      ]
    )
  })

  test('a caller who was missed and got through at another queue was reached; who did not is listed', async ({
    client,
    assert,
  }) => {
    const customer = await calledMonday()
    const ask = await supervisor(client, customer)
    const { body } = await ask('follow-up', { ...QUEUES, objects: ['support'] })
    assert.deepEqual([body.count, body.notReached], [2, 1])
    const rows = body.rows as Row[]
    assert.deepInclude(
      rows.find(({ party }) => party === '+46701740777'),
      { times: 1, reached: true, reachedAt: '2026-01-05T08:50:31+01:00' }
    )
    const { body: missed } = await ask('follow-up', {
      ...QUEUES,
      objects: ['support'],
      reached: false,
    })
    assert.deepEqual(
      (missed.rows as Row[]).map(({ party, times, missedAt, lastAt }) => [
        party,
        times,
        missedAt,
        lastAt,
      ]),
      [['+46701740610', 3, '2026-01-05T08:33:20+01:00', '2026-01-05T08:36:40+01:00']]
    )
    const [entry] = await opened(client, customer)
    assert.equal(entry.action, 'followUp.opened')
    assert.notInclude(JSON.stringify(entry.details), '4670174')
  })

  test('being reached where the reader may not look does not tell of it', async ({
    client,
    assert,
  }) => {
    const customer = await calledMonday()
    const ask = await supervisor(client, customer, { seesEverything: false, objects: ['support'] })
    const { body } = await ask('follow-up', QUEUES)
    assert.deepEqual([body.count, body.notReached], [2, 2])
  })

  test('who may not open specifications, and another customer, read none of it', async ({
    client,
    assert,
  }) => {
    const customer = await calledMonday()
    const ask = await supervisor(client, customer)
    const { body } = await ask('specification', QUEUES)
    const [row] = body.rows as Row[]
    const place = { report: QUEUES.report, call: row.call, at: row.at }
    const summing = await supervisor(client, customer, { callSpecification: false })
    const behind = { column: 'answered' }
    const refused = await Promise.all([
      summing('journey', place),
      summing('follow-up', QUEUES),
      summing('specification', { ...QUEUES, behind }),
    ])
    assert.deepEqual(
      refused.map(({ status }) => status),
      [403, 403, 403]
    )

    const other = await madeCustomer({ plugins: ['asterisk'] })
    const stranger = await supervisor(client, other)
    const unknown = await stranger('journey', place)
    assert.deepEqual([unknown.status, unknown.body.error.code], [404, 'E_UNKNOWN_CALL'])
    const nobody = await stranger('follow-up', QUEUES)
    assert.deepEqual([nobody.body.count, nobody.body.rows], [0, []])
  })

  test('a misspelt field, an order that cannot be and a moment that is none are refused by name', async ({
    client,
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const ask = await supervisor(client, customer)
    const field = async (what: string, body: object) => {
      const { status, body: answer } = await ask(what, body)
      return [status, answer.error.field]
    }
    assert.deepEqual(await field('specification', { ...QUEUES, order: 'caller' }), [422, 'order'])
    assert.deepEqual(await field('follow-up', { ...QUEUES, reachd: true }), [422, 'reachd'])
    assert.deepEqual(
      await field('journey', { report: QUEUES.report, call: 'x', at: 'yesterday' }),
      [422, 'at']
    )
  })
})
