import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import type { KeyFigure } from '#core/contracts/report_document'
import { asker } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

interface Answer {
  total: Record<string, unknown>
  headline?: {
    previous: { from: string; to: string; description: string } | null
    usual?: { days: number }
    figures: (KeyFigure & { change: { difference: number; percent: number | null } | null })[]
  }
}

/** A call at half past eight that was answered after so many seconds. */
function answeredOn(date: string, at: number, wait: number): string[] {
  const begun = Date.parse(`${date}T07:30:00Z`) / 1000 + at * 120
  const id = `${begun}.${at}`
  return [
    `${begun}|${id}|support|NONE|ENTERQUEUE||+46701740605|1`,
    `${begun + wait}|${id}|support|SIP/8001|CONNECT|${wait}|${id}2|3`,
    `${begun + wait + 20}|${id}|support|SIP/8001|COMPLETECALLER|${wait}|20|1`,
  ]
}

const MORNING = { fromTime: '08:00', toTime: '10:00' }

async function askedOf(customer: Awaited<ReturnType<typeof madeCustomer>>) {
  const user = await madeUser(customer, { seesEverything: true })
  const { headers } = await madeTicket(user, customer)
  return async (period: object, more: object = {}) => {
    const response = await fetch(`http://127.0.0.1:${process.env.PORT}/api/report/v1/generate`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({
        report: 'asterisk.queue',
        period: { ...MORNING, ...period },
        ...more,
      }),
    })
    return { status: response.status, response }
  }
}

const figureOf = ({ headline }: Answer, key: string) =>
  headline?.figures.find((figure) => figure.key === key)

test.group('Key figures above a result', () => {
  test('are the whole report’s, with those of the day before, whatever columns and rows are shown', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const ask = await askedOf(customer)
    const json = async (...asked: Parameters<typeof ask>) => {
      const { response } = await ask(...asked)
      return (await response.json()) as Answer
    }
    const whole = await json({ from: '2026-01-05', to: '2026-01-05' }, { headline: true })
    const keys = whole.headline?.figures.map(({ key }) => key)
    assert.deepEqual(keys, [
      'incoming',
      'answeredShare',
      'abandoned',
      'meanAnswerTime',
      'serviceLevel_20',
    ])
    for (const key of keys ?? []) assert.equal(figureOf(whole, key)?.value, whole.total[key])
    assert.equal(figureOf(whole, 'incoming')?.value, 9)
    assert.containSubset(whole.headline?.previous, { from: '2026-01-04', to: '2026-01-04' })
    assert.equal(figureOf(whole, 'incoming')?.before, 0)
    assert.isNull(figureOf(whole, 'answeredShare')?.before)
    assert.isNull(figureOf(whole, 'answeredShare')?.change)

    const narrow = await json(
      { from: '2026-01-05', to: '2026-01-05' },
      {
        headline: true,
        columns: ['timedOut'],
        grouping: 'object',
        parameters: { answerTimeLimits: [5, 20] },
      }
    )
    assert.equal(figureOf(narrow, 'incoming')?.value, 9)
    assert.equal(figureOf(narrow, 'serviceLevel_5')?.label, '(%) Service level (5 s)')
    const plain = await json({ from: '2026-01-05', to: '2026-01-05' })
    assert.isUndefined(plain.headline)

    const tuesday = await json({ from: '2026-01-06', to: '2026-01-06' }, { headline: true })
    assert.equal(figureOf(tuesday, 'incoming')?.before, 9)
    assert.equal(figureOf(tuesday, 'incoming')?.change?.percent, -100)
    assert.isNull(figureOf(tuesday, 'meanAnswerTime')?.value)
    const dates = await json({ dates: ['2026-01-05'] }, { headline: true })
    assert.isNull(dates.headline?.previous)
  })

  test('are set beside a usual day: the middle of the same weekday, without holidays and days of no calls', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    customer.holidays = [{ date: '2026-01-05', name: 'Stängt' }]
    await customer.save()
    const waits = {
      '2026-01-26': [10, 20],
      '2026-01-19': [30],
      '2026-01-12': [12, 40, 60, 8],
      '2026-01-05': Array.from({ length: 20 }, () => 5),
      '2025-12-29': [20, 22, 24],
      '2026-01-25': [1, 1, 1],
    }
    const lines = Object.entries(waits).sort(([a], [b]) => a.localeCompare(b))
    await collectedLog(
      customer,
      lines.flatMap(([date, all]) => all.flatMap((wait, at) => answeredOn(date, at, wait)))
    )
    const ask = await askedOf(customer)
    const usual = async (period: object) => {
      const { response } = await ask(period, { headline: true, headlineAgainst: 'usual' })
      return (await response.json()) as Answer
    }
    const monday = await usual({ from: '2026-01-26', to: '2026-01-26' })
    assert.isNull(monday.headline?.previous)
    // Mondays with calls: 1, 4 and 3 of them, waiting 30, 30 and 22 seconds in the mean.
    assert.deepEqual(monday.headline?.usual, { days: 3 })
    assert.equal(figureOf(monday, 'incoming')?.value, 2)
    assert.equal(figureOf(monday, 'incoming')?.before, 3)
    assert.equal(figureOf(monday, 'meanAnswerTime')?.before, 30)
    const first = await usual({ from: '2025-12-29', to: '2025-12-29' })
    assert.deepEqual(first.headline?.usual, { days: 0 })
    assert.isNull(figureOf(first, 'incoming')?.change)
    const week = await usual({ from: '2026-01-19', to: '2026-01-26' })
    assert.isUndefined(week.headline?.usual)
    const { status, response } = await ask(
      { from: '2026-01-26', to: '2026-01-26' },
      { headline: true, headlineAgainst: 'ever' }
    )
    const refused = (await response.json()) as { error: { field: string } }
    assert.deepEqual([status, refused.error.field], [422, 'headlineAgainst'])
  })

  test('come with no report that takes its time, where only a light one is asked for', async ({
    assert,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const ask = await askedOf(customer)
    const years = { from: '2001-01-01', to: '2025-12-31' }
    const heavy = { interval: 'date', grouping: 'object', light: true }
    const { status, response } = await ask(years, heavy)
    const refused = (await response.json()) as { error: { code: string; field: string } }
    assert.deepEqual(
      [status, refused.error.code, refused.error.field],
      [422, 'E_HEAVY_REPORT', 'light']
    )
    const whole = await ask(years, { ...heavy, light: false })
    assert.equal(whole.status, 200)
    const light = await ask({ from: '2026-01-05', to: '2026-01-05' }, { light: true })
    assert.equal(light.status, 200)
  })

  test('have the customer’s target beside them, and stand on the cover of a workbook', async ({
    assert,
    client,
  }) => {
    const customer = await madeCustomer({ plugins: ['asterisk'] })
    await collectedLog(customer)
    const administrator = await madeUser(customer, { administrator: true })
    const change = asker(client, administrator, customer)
    const aim = { report: 'asterisk.queue', column: 'serviceLevel', value: 80 }
    const saved = await change('PATCH', '/api/admin/v1/settings', {
      targets: [aim],
      dayWindow: { from: '07:00', to: '18:00' },
    })
    assert.deepEqual(saved.body.targets, [aim])
    const session = await change('GET', '/api/session')
    assert.deepEqual(session.body.customer.dayWindow, { from: '07:00', to: '18:00' })
    const refused = await change('PATCH', '/api/admin/v1/settings', {
      dayWindow: { from: '18:00', to: '07:00' },
    })
    assert.equal(refused.status, 422)
    assert.equal(refused.body.error.field, 'dayWindow.to')

    const ask = await askedOf(customer)
    const { response } = await ask({ from: '2026-01-05', to: '2026-01-05' }, { headline: true })
    assert.equal(figureOf((await response.json()) as Answer, 'serviceLevel_20')?.target, 80)
    const file = await ask({ from: '2026-01-05', to: '2026-01-05' }, { format: 'xlsx' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(await file.response.arrayBuffer())
    const cover = new Map<string, string>()
    book.worksheets[0]?.eachRow((row) => cover.set(row.getCell(1).text, row.getCell(2).text))
    assert.match(cover.get('Incoming') ?? '', /^9 · before: 0$/)
    assert.match(cover.get('(%) Service level (20 s)') ?? '', /target: 80/)

    const other = await askedOf(await madeCustomer({ plugins: ['asterisk'] }))
    const theirs = await other({ from: '2026-01-05', to: '2026-01-05' }, { headline: true })
    const figure = figureOf((await theirs.response.json()) as Answer, 'serviceLevel_20')
    assert.isUndefined(figure?.target)
  })
})
