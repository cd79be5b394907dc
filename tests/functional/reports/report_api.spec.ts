import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import type { Row } from '#core/contracts/scalar'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

const PERIOD = { from: '2026-01-05', to: '2026-01-05', fromTime: '08:00', toTime: '10:00' }
const QUEUES = { report: 'asterisk.queue', period: PERIOD, interval: 'period' }

interface Column {
  key: string
  label: string
  unit: string
  consistsOf: string[][]
}
interface Answer {
  title: string
  asOf: string
  zones: string[]
  notes: string[]
  columns: Column[]
  total: Row
  rows: Row[]
  count: number
  next: string | null
  types: { key: string; label: string; columns: Column[] }[]
  objects: { object: string; identifier: string; name: string }[]
  error: { code: string; message: string; field?: string; allowed?: (string | number)[] }
}

/** A program of a customer whose Monday has been collected. */
async function program(user: Parameters<typeof madeUser>[1] = { seesEverything: true }) {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer)
  return programOf(customer, user)
}

async function programOf(
  customer: Awaited<ReturnType<typeof madeCustomer>>,
  user: Parameters<typeof madeUser>[1]
) {
  const { headers } = await madeTicket(await madeUser(customer, user), customer)
  const ask = async (path: string, body?: object, more: Record<string, string> = {}) => {
    const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { ...headers, 'content-type': 'application/json', ...more },
      body: body && JSON.stringify(body),
    })
    return { status: response.status, headers: response.headers, response }
  }
  const json = async (...asked: Parameters<typeof ask>) => {
    const { status, response } = await ask(...asked)
    return { status, body: (await response.json()) as Answer }
  }
  return { customer, ask, json }
}

test.group('Reports over HTTP', () => {
  test('say how the calls of a morning were answered', async ({ assert }) => {
    const { json } = await program()
    const { status, body } = await json('generate', QUEUES)
    assert.equal(status, 200)
    assert.containSubset(body.total, {
      incoming: 9,
      answered: 5,
      abandoned: 2,
      timedOut: 1,
      noAgents: 1,
      leftByChoice: 0,
      full: 0,
      closed: 0,
      diverted: 0,
      ongoing: 0,
      meanAnswerTime: (5 + 20 + 45 + 10 + 12) / 5,
      longestAnswerTime: 45,
      answeredWithin_20: 4,
      answeredWithin_40: 4,
    })
    assert.deepEqual(body.rows, [
      {
        ...body.total,
        interval: '2026-01-05/2026-01-05',
        intervalLabel: body.rows[0].intervalLabel,
      },
    ])
    assert.deepEqual(body.zones, ['Europe/Stockholm'])
    assert.isTrue(body.notes.some((note) => /service level/i.test(note)))
  })

  test('divide the morning into half hours, with a row where nothing happened', async ({
    assert,
  }) => {
    const { json } = await program()
    const { body } = await json('generate', { ...QUEUES, interval: 'timeOfDay' })
    assert.deepEqual(
      body.rows.map((row) => [row.interval, row.incoming]),
      [
        ['08:00', 3],
        ['08:30', 4],
        ['09:00', 2],
        ['09:30', 0],
      ]
    )
    assert.isNull(body.rows[3].meanAnswerTime)
  })

  test('tell objects apart, by the limits asked for', async ({ assert }) => {
    const { json } = await program()
    const { body } = await json(
      'generate',
      {
        ...QUEUES,
        grouping: 'object',
        columns: ['incoming', 'answeredWithin'],
        parameters: { answerTimeLimits: [10, 45] },
      },
      { 'accept-language': 'sv' }
    )
    assert.deepEqual(
      body.rows.map((row) => [
        row.object,
        row.incoming,
        row.answeredWithin_10,
        row.answeredWithin_45,
      ]),
      [
        ['support', 6, 1, 3],
        ['sälj', 3, 1, 2],
      ]
    )
    assert.deepEqual(
      body.columns.map((column) => column.key),
      ['incoming', 'answeredWithin_10', 'answeredWithin_45']
    )
  })

  test('are labelled in the language asked for and keep their keys', async ({ assert }) => {
    const { json } = await program()
    const swedish = await json('generate', QUEUES, { 'accept-language': 'sv-SE,sv;q=0.9' })
    const english = await json('generate', QUEUES, { 'accept-language': 'en-GB' })
    const label = (body: Answer) => body.columns.find(({ key }) => key === 'answered')?.label
    assert.equal(label(swedish.body), 'Besvarade')
    assert.equal(label(english.body), 'Answered')
    assert.deepEqual(swedish.body.total, english.body.total)
  })

  test('list their types with columns, parameters and what parts add up to', async ({ assert }) => {
    const { json } = await program()
    const { body } = await json('types')
    const queue = body.types.find((type) => type.key === 'asterisk.queue')
    const incoming = queue?.columns.find((column) => column.key === 'incoming')
    assert.includeMembers(incoming?.consistsOf.flat() ?? [], ['answered', 'abandoned', 'ongoing'])
  })

  test('list the objects that were named in the log', async ({ assert }) => {
    const { json } = await program()
    const { body } = await json('objects?type=asterisk.queue')
    assert.sameMembers(
      body.objects.map((object) => object.object),
      ['support', 'sälj']
    )
  })

  test('show the calls behind them, a page at a time', async ({ assert }) => {
    const { json } = await program()
    const seen: Row[] = []
    let cursor: string | undefined
    do {
      const { body } = await json('specification', {
        ...QUEUES,
        limit: 4,
        ...(cursor && { cursor }),
      })
      assert.isAtMost(body.rows.length, 4)
      assert.equal(body.count, 9)
      seen.push(...body.rows)
      cursor = body.next ?? undefined
    } while (cursor)
    assert.lengthOf(seen, 9)
    assert.equal(new Set(seen.map((row) => JSON.stringify(row))).size, 9)
  })

  test('leave as a workbook with the same figures', async ({ assert }) => {
    const { ask } = await program()
    const { status, headers, response } = await ask(
      'generate',
      {
        ...QUEUES,
        format: 'xlsx',
        intervals: ['period', 'weekday'],
        columns: ['incoming', 'answered'],
      },
      { 'accept-language': 'sv' }
    )
    assert.equal(status, 200)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename=".*\.xlsx"/)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const [, period] = workbook.worksheets
    const header = (period.getRow(1).values as string[]).indexOf('Besvarade')
    assert.equal(period.getRow(2).getCell(header).value, 5)
  })

  test('tell in a file when they were made by the clock of who asks, and calls by their own', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const user = await madeUser(customer, { seesEverything: true })
    await user.merge({ zone: 'America/New_York' }).save()
    const { headers } = await madeTicket(user, customer)
    const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/generate`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...QUEUES, format: 'xlsx', columns: ['incoming'] }),
    })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await response.arrayBuffer())
    const cover: string[] = []
    workbook.worksheets[0].eachRow((row) => {
      cover.push((row.values as unknown[]).map(String).join(' '))
    })
    assert.isTrue(
      cover.some((line) => /As of \d{4}-.* \(America\/New_York\)/.test(line)),
      cover.join('\n')
    )
    assert.isTrue(cover.some((line) => line.includes('Europe/Stockholm')))
  })

  test('leave as CSV for machines and for people', async ({ assert }) => {
    const { ask } = await program()
    const csv = { ...QUEUES, format: 'csv', columns: ['incoming', 'meanAnswerTime'] }
    const machine = await ask('generate', { ...csv, audience: 'machine' })
    assert.match(await machine.response.text(), /^interval,.*incoming,meanAnswerTime\r\n/)
    const person = await ask('generate', csv, { 'accept-language': 'sv' })
    assert.include(await person.response.text(), '00:00:18')
  })
})

test.group('A request that cannot be met', () => {
  const cases: [string, object, { status: number; field: string; allowed?: unknown }][] = [
    [
      'an interval there is not',
      { interval: 'decade' },
      { status: 422, field: 'interval', allowed: 'weekday' },
    ],
    [
      'a column there is not',
      { columns: ['answerd'] },
      { status: 422, field: 'columns', allowed: 'answered' },
    ],
    [
      'a date there is not',
      { period: { ...PERIOD, to: '2026-02-30' } },
      { status: 422, field: 'period.to' },
    ],
    [
      'a period that ends first',
      { period: { from: '2026-01-05', to: '2026-01-04' } },
      { status: 422, field: 'period.to' },
    ],
    [
      'a window that ends first',
      { period: { ...PERIOD, fromTime: '17:00', toTime: '08:00' } },
      { status: 422, field: 'period.toTime' },
    ],
    [
      'a field there is not',
      { intervall: 'week' },
      { status: 422, field: 'intervall', allowed: 'interval' },
    ],
    [
      'a format there is not',
      { format: 'docx' },
      { status: 422, field: 'format', allowed: 'xlsx' },
    ],
    [
      'a parameter there is not',
      { parameters: { limits: [20] } },
      { status: 422, field: 'parameters', allowed: 'answerTimeLimits' },
    ],
    ['a queue there is not', { objects: ['nobody'] }, { status: 404, field: 'objects' }],
  ]
  cases.push([
    'a field of the period there is not',
    { period: { ...PERIOD, weekDays: [1] } },
    { status: 422, field: 'period.weekDays', allowed: 'weekdays' },
  ])
  for (const [what, change, expected] of cases) {
    test(`for ${what} says which field, and what is allowed`, async ({ assert }) => {
      const { json } = await program()
      const { status, body } = await json('generate', { ...QUEUES, ...change })
      assert.equal(status, expected.status)
      assert.match(body.error.field ?? '', new RegExp(`^${expected.field.replaceAll('.', '\\.')}`))
      assert.match(body.error.message, /\w+ .*\./)
      if (expected.allowed) assert.include(body.error.allowed, expected.allowed)
    })
  }
})

test.group('A log with a line that cannot be', () => {
  test('is collected to its end, and the line is put aside with the reason', async ({ assert }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    const totals = await collectedLog(customer, [
      '1767596400|1767596400.1|support|NONE|ENTERQUEUE||+46701740611|1',
      '1767596410|1767596400.1|support|SIP/8001|CONNECT|10|1767596410.2|4',
      '1767596420|1767596420.3|support|SIP/8001|COMPLETECALLER|10|1e18|1',
      '1767596421|NONE|support|SIP/8001|WRAPUPSTART|1e300',
      '1767596470|1767596400.1|support|SIP/8001|COMPLETECALLER|10|60|1',
    ])
    assert.containSubset(totals, { read: 5, quarantined: 2 })
    const { json } = await programOf(customer, { seesEverything: true })
    const { body } = await json('generate', QUEUES)
    assert.containSubset(body.total, { incoming: 1, answered: 1, meanTalkTime: 60 })
  })
})

test.group('Another customer', () => {
  test('has no queue of ours, and its own calls only', async ({ assert }) => {
    await program()
    const other = await programOf(await madeCustomer({ plugins: ['asterisk'] }), {
      seesEverything: true,
    })
    await collectedLog(other.customer, [
      '1767596400|1767596400.9|reception|NONE|ENTERQUEUE||+46701740611|1',
      '1767596410|1767596400.9|reception|NONE|ABANDON|1|1|10',
    ])
    const named = await other.json('generate', { ...QUEUES, objects: ['support'] })
    assert.equal(named.status, 404)
    assert.equal(named.body.error.code, 'E_UNKNOWN_OBJECT')
    const all = await other.json('generate', QUEUES)
    assert.containSubset(all.body.total, { incoming: 1, abandoned: 1 })
    const { body } = await other.json('objects?type=asterisk.queue')
    assert.deepEqual(
      body.objects.map((object) => object.object),
      ['reception']
    )
  })

  test('without the source has none of its reports', async ({ assert }) => {
    const { json } = await programOf(await madeCustomer({ plugins: [] }), { seesEverything: true })
    const { body } = await json('types')
    assert.deepEqual(body.types, [])
    const { status } = await json('generate', QUEUES)
    assert.equal(status, 404)
  })
})

test.group('A user limited to some objects', () => {
  test('sees those, in lists, in figures and in calls', async ({ assert }) => {
    const { customer } = await program()
    const { json } = await programOf(customer, { seesEverything: false, objects: ['sälj'] })
    const { body } = await json('objects?type=asterisk.queue')
    assert.deepEqual(
      body.objects.map((object) => object.object),
      ['sälj']
    )
    const all = await json('generate', QUEUES)
    assert.containSubset(all.body.total, { incoming: 3, answered: 2 })
    const hidden = await json('generate', { ...QUEUES, objects: ['support'] })
    assert.equal(hidden.status, 404)
    const calls = await json('specification', QUEUES)
    assert.lengthOf(calls.body.rows, 3)
  })
})
