import { test } from '@japa/runner'
import type { ReportDocument } from '#core/contracts/report_document'
import { factStore } from '#core/facts/store'
import { ensureFactTable } from '#core/facts/ensure_fact_table'
import { makeReport } from '#core/reports/make_report'
import { source } from './declared.js'
import { keep, product, sources } from './harness.js'
import { asking, object, world } from './made_world.js'

const rowsOf = (document: ReportDocument) => Array.fromAsync(document.intervals[0].rows)

test.group('Days, weeks and changes of the clock', (group) => {
  group.setup(async () => {
    const store = await factStore()
    for (const event of source.events) await ensureFactTable(store, source.key, event)
  })

  test('the hour that comes twice in October adds into the same rows, and a day has 48 half hours', async ({
    assert,
  }) => {
    const fields = { queue: 'support', wait: 5 }
    const made = world(
      [object(1, 'queue', 'support')],
      [
        { at: '2026-10-25T00:10:00Z', fields },
        { at: '2026-10-25T01:10:00Z', fields },
        { at: '2026-10-25T02:10:00Z', fields },
      ]
    )
    const customer = await keep(made)
    const asked = asking({ interval: 'timeOfDay', columns: ['all', 'length', 'perHour'] })
    const document = await product(made, asked, customer)
    const rows = await rowsOf(document)
    assert.lengthOf(rows, 48)
    assert.containsSubset(rows[4], {
      interval: '02:00',
      intervalLabel: '02:00–02:30',
      all: 2,
      length: 3600,
      perHour: 2,
    })
    assert.containsSubset(rows[6], { interval: '03:00', all: 1, length: 1800 })
    assert.deepEqual(document.intervals[0].total, { all: 3, length: 90_000, perHour: 0.12 })
  })

  test('the hour that March skips has rows, without time and without calls', async ({ assert }) => {
    const made = world([object(1, 'queue', 'support')], [])
    const asked = asking({
      interval: 'timeOfDay',
      intervalMinutes: 60,
      columns: ['all', 'length', 'perHour'],
      period: { from: '2026-03-29', to: '2026-03-29' },
    })
    const document = await product(made, asked, await keep(made))
    const rows = await rowsOf(document)
    assert.lengthOf(rows, 24)
    assert.containsSubset(rows[2], { interval: '02:00', all: 0, length: 0, perHour: null })
    assert.equal(document.intervals[0].total!.length, 23 * 3600)
  })

  test('a log-on over the October night lasts an hour longer than the clock says', async ({
    assert,
  }) => {
    const made = world(
      [object(1, 'user', 'anna')],
      [
        {
          event: 'state',
          // From 22:00 to 06:00 on the clock is nine hours that night.
          at: '2026-10-24T20:00:00Z',
          fields: { user: 'anna', state: 'loggedOn', seconds: 9 * 3600 },
        },
      ]
    )
    const asked = asking({
      report: 'proof.states',
      interval: 'timeOfDay',
      intervalMinutes: 60,
      columns: ['time', 'began', 'longestPiece', 'users', 'open'],
    })
    const document = await product(made, asked, await keep(made))
    const rows = await rowsOf(document)
    assert.deepEqual(
      rows.slice(0, 7).map((row) => row.time),
      [3600, 3600, 7200, 3600, 3600, 3600, 0]
    )
    assert.deepEqual(
      rows.slice(4, 7).map((row) => row.open),
      [1, 0, 0]
    )
    assert.deepEqual(document.intervals[0].total, {
      time: 7 * 3600,
      began: 0,
      longestPiece: 7 * 3600,
      users: 1,
      open: 0,
    })
  })

  test('each interval grouping has keys that sort and labels in the language of the reader', async ({
    assert,
  }) => {
    const made = world(
      [object(1, 'queue', 'support')],
      [{ at: '2026-01-01T12:00:00Z', fields: { queue: 'support' } }]
    )
    const customer = await keep(made)
    const period = { from: '2025-12-31', to: '2026-01-01' }
    const named = async (interval: Parameters<typeof asking>[0]['interval'], locale: string) => {
      const asked = asking({ interval, locale, period, columns: ['all'] })
      const rows = await rowsOf(await product(made, asked, customer))
      return rows.map((row) => `${String(row.interval)} ${String(row.intervalLabel)}`)
    }
    assert.deepEqual(await named('weekday', 'sv'), ['3 Onsdag', '4 Torsdag'])
    assert.deepEqual(await named('date', 'en'), ['2025-12-31 2025-12-31', '2026-01-01 2026-01-01'])
    assert.deepEqual(await named('week', 'sv'), ['2026-W01 2026 v. 1'])
    assert.deepEqual(await named('week', 'en'), ['2026-W01 Week 1, 2026'])
    assert.deepEqual(await named('month', 'en'), ['01 January', '12 December'])
    assert.deepEqual(await named('quarter', 'en'), ['2025-Q4 Q4 2025', '2026-Q1 Q1 2026'])
    assert.deepEqual(await named('year', 'lv'), ['2025 2025', '2026 2026'])
    assert.deepEqual(await named('yearMonth', 'en'), [
      '2025-12 December 2025',
      '2026-01 January 2026',
    ])
    assert.deepEqual(await named('period', 'en'), ['2025-12-31/2026-01-01 2025-12-31 – 2026-01-01'])
  })

  test('the period is told in words, with its window and weekdays', async ({ assert }) => {
    const made = world([object(1, 'queue', 'support')], [])
    const customer = await keep(made)
    const told = async (locale: string, period: Parameters<typeof asking>[0]['period']) => {
      const document = await product(made, asking({ locale, columns: ['all'], period }), customer)
      return document.period.description
    }
    const office = {
      from: '2026-01-01',
      to: '2026-01-31',
      fromTime: '08:00',
      toTime: '17:00',
      weekdays: [1, 2, 3, 4, 5],
    }
    assert.equal(
      await told('sv', office),
      '2026-01-01 till 2026-01-31, 08:00–17:00 varje dag, Måndag–Fredag'
    )
    assert.equal(
      await told('en', { dates: ['2026-01-05', '2026-01-03'] }),
      '2026-01-03, 2026-01-05, whole days'
    )
  })

  test('a holiday of the customer’s is left out where that is asked for, and it is told', async ({
    assert,
  }) => {
    const made = world(
      [object(1, 'queue', 'support')],
      ['24', '25', '26', '28'].map((day) => ({
        at: `2026-10-${day}T12:00:00Z`,
        fields: { queue: 'support' },
      }))
    )
    const customerId = await keep(made)
    const given = async (holidays: 'counted' | 'leftOut' | undefined, dates?: string[]) => {
      const period = { from: '2026-10-24', to: '2026-10-28', holidays, dates }
      const asked = asking({ interval: 'date', period, columns: ['all'], emptyRows: true })
      const from = await sources(made, asked, customerId)
      const holiday = { date: '2026-10-26', name: 'Closed' }
      const customer = { ...from.customer, holidays: [holiday] }
      const document = await makeReport(asked.query, { ...from, customer }, ['date'])
      const rows = await rowsOf(document)
      return [
        ...rows.map((row) => `${String(row.interval).slice(8)} ${String(row.all)}`),
        String(document.intervals[0].total?.all),
        document.period.description,
      ]
    }
    const stretch = '2026-10-24 to 2026-10-28, whole days'
    const all = ['24 1', '25 1', '26 1', '27 0', '28 1', '4', stretch]
    assert.deepEqual(await given(undefined), all)
    assert.deepEqual(await given('counted'), all)
    const open = ['24 1', '25 1', '27 0', '28 1', '3', `${stretch}, without holidays`]
    assert.deepEqual(await given('leftOut'), open)
    const [row, total] = await given('leftOut', ['2026-10-25', '2026-10-26'])
    assert.deepEqual([row, total], ['25 1', '1'])
  })

  test('a period that cannot be is refused with the part that is wrong', async ({ assert }) => {
    const made = world([object(1, 'queue', 'support')], [])
    const refused = async (period: Parameters<typeof asking>[0]['period']) => {
      try {
        await product(made, asking({ columns: ['all'], period }), 1)
      } catch (error) {
        const { code, problem } = error as { code: string; problem: { field: string } }
        return `${code} ${problem.field}`
      }
    }
    assert.equal(await refused({ from: '2026-02-30' }), 'E_INVALID_PERIOD period.from')
    assert.equal(
      await refused({ fromTime: '17:00', toTime: '08:00' }),
      'E_INVALID_PERIOD period.fromTime'
    )
    assert.equal(await refused({ toTime: '24:30' }), 'E_INVALID_PERIOD period.toTime')
    assert.equal(
      await refused({ from: '2026-02-02', to: '2026-02-01' }),
      'E_INVALID_PERIOD period.from'
    )
    assert.equal(await refused({ weekdays: [] }), 'E_INVALID_PERIOD period.weekdays')
  })
})
