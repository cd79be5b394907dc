import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import type { PeriodChoice } from '#core/contracts/period_choice'
import { datedRuns } from '#core/saved_reports/schedules/dated_runs'
import { dueRuns, nextRuns } from '#core/saved_reports/schedules/next_runs'
import {
  closedDayChoices,
  type SendChoice,
  sendChoices,
} from '#core/saved_reports/schedules/send_choice'
import { plainRuns, shifted, works } from './plain_calendar.js'

const weekdays = [
  'mondays',
  'tuesdays',
  'wednesdays',
  'thursdays',
  'fridays',
  'saturdays',
  'sundays',
] as const

const HOLIDAYS = [
  '2026-01-01',
  '2026-01-06',
  '2026-04-03',
  '2026-04-06',
  '2026-05-01',
  '2026-05-14',
  '2026-06-19',
  '2026-12-24',
  '2026-12-25',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
]

/** Choices of days with periods that follow each other without a gap. */
const gapless: readonly (readonly [SendChoice, PeriodChoice])[] = [
  ...(['today', 'yesterday', 'lastDaysToYesterday', 'lastDaysToToday'] as const).map(
    (period) => ['everyDay', period] as const
  ),
  ...weekdays.flatMap((day) =>
    (['lastWeekToYesterday', 'lastWeekToToday', 'lastWeeks', 'previousWeek'] as const).map(
      (period) => [day, period] as const
    )
  ),
  ['mondays', 'weekToYesterday'],
  ['sundays', 'weekToToday'],
  ['firstDayOfMonth', 'previousMonth'],
  ['firstDayOfMonth', 'monthToYesterday'],
  ['firstDayOfMonth', 'lastMonths'],
  ['lastDayOfMonth', 'previousMonth'],
  ['lastDayOfMonth', 'monthToToday'],
  ['firstDayOfYear', 'yearToYesterday'],
  ['firstDayOfYear', 'lastYear'],
  ['firstDayOfYear', 'lastYears'],
  ['lastDayOfYear', 'yearToToday'],
]

type Times = Parameters<typeof nextRuns>[0]
const schedule = (values: Partial<Times>): Times => ({
  send: 'fridays',
  sendTime: '18:00',
  zone: 'Europe/Stockholm',
  closedDays: 'send',
  ...values,
})

const startOf = (date: string, zone: string) => DateTime.fromISO(date, { zone })
/** All of the days from one to another. */
const between = (from: string, to: string, zone: string) => ({
  after: startOf(from, zone).minus(1),
  until: startOf(shifted(to, 1), zone).minus(1),
})
const shown = (times: Partial<Times>, after: string, count: number, holidays: string[] = []) => {
  const asked = schedule(times)
  const runs = nextRuns(asked, DateTime.fromISO(after, { zone: asked.zone }), count, holidays)
  return runs.map(({ dueAt }) => dueAt.toFormat('ccc yyyy-MM-dd HH:mm ZZ'))
}

test.group('When a schedule sends', () => {
  test('every choice and every way with days off is as a look at each day says, over two years, both clock changes and a leap day', ({
    assert,
  }) => {
    const [from, to] = ['2026-12-01', '2028-04-15']
    for (const send of sendChoices) {
      for (const closedDays of closedDayChoices) {
        const asked = schedule({ send, closedDays, sendTime: '07:45' })
        const { due: runs } = dueRuns(asked, between(from, to, asked.zone), HOLIDAYS)
        assert.deepEqual(
          runs.map(({ dueAt, on }) => ({ at: dueAt.toMillis(), on })),
          plainRuns(asked, from, to, HOLIDAYS),
          `${send} ${closedDays}`
        )
      }
    }
  })

  test('every minute of a night when the clock changes is met once, and in its order', ({
    assert,
  }) => {
    for (const [from, to] of [
      ['2026-03-28', '2026-03-30'],
      ['2026-10-24', '2026-10-26'],
    ]) {
      for (let minute = 60; minute < 240; minute += 7) {
        const sendTime = DateTime.utc(2026).plus({ minutes: minute }).toFormat('HH:mm')
        const asked = schedule({ send: 'everyDay', sendTime })
        const { due: runs } = dueRuns(asked, between(from, to, asked.zone))
        assert.deepEqual(
          runs.map(({ dueAt }) => dueAt.toMillis()),
          plainRuns(asked, from, to, []).map(({ at }) => at),
          `${sendTime} from ${from}`
        )
        assert.lengthOf(runs, 3)
      }
    }
  })

  test('a half past two that March skips is sent an hour later, one that October repeats the first time', ({
    assert,
  }) => {
    const night = { send: 'sundays', sendTime: '02:30' } as const
    assert.deepEqual(shown(night, '2026-03-28', 1), ['Sun 2026-03-29 03:30 +02:00'])
    assert.deepEqual(shown(night, '2026-10-24', 1), ['Sun 2026-10-25 02:30 +02:00'])
  })

  test('the last working day of each month is the day before where the month ends on a day off', ({
    assert,
  }) => {
    const monthly = { send: 'lastDayOfMonth', closedDays: 'previousWorkingDay' } as const
    assert.deepEqual(shown(monthly, '2026-01-01', 5), [
      'Fri 2026-01-30 18:00 +01:00',
      'Fri 2026-02-27 18:00 +01:00',
      'Tue 2026-03-31 18:00 +02:00',
      'Thu 2026-04-30 18:00 +02:00',
      'Fri 2026-05-29 18:00 +02:00',
    ])
    assert.deepEqual(shown(monthly, '2026-12-01', 1, HOLIDAYS), ['Wed 2026-12-30 18:00 +01:00'])
  })

  test('a day after a working day is no Monday, and none after a holiday', ({ assert }) => {
    const after = { send: 'dayAfterWorkingDay', sendTime: '07:00' } as const
    assert.deepEqual(
      shown(after, '2026-04-30', 4, HOLIDAYS).map((text) => text.slice(0, 14)),
      ['Thu 2026-04-30', 'Fri 2026-05-01', 'Tue 2026-05-05', 'Wed 2026-05-06']
    )
  })

  test('a schedule that is never sent has no next time, and one whose every day is off has none either', ({
    assert,
  }) => {
    assert.deepEqual(shown({ send: 'never' }, '2026-01-01', 5), [])
    assert.deepEqual(shown({ send: 'saturdays', closedDays: 'skip' }, '2026-01-01', 5), [])
  })

  test('the moment itself is behind: what is due at it comes next only before it', ({ assert }) => {
    assert.deepEqual(shown({}, '2026-01-02T17:59:59.999', 1), ['Fri 2026-01-02 18:00 +01:00'])
    assert.deepEqual(shown({}, '2026-01-02T18:00', 1), ['Fri 2026-01-09 18:00 +01:00'])
  })

  test('the next times are the same from wherever one counts: nothing is skipped between two looks', ({
    assert,
  }) => {
    for (const closedDays of closedDayChoices) {
      const asked = schedule({ send: 'firstDayOfMonth', closedDays, sendTime: '00:05' })
      const begin = startOf('2026-01-01', asked.zone).minus(1)
      const all = nextRuns(asked, begin, 24, HOLIDAYS).map(({ dueAt }) => dueAt.toMillis())
      const one: number[] = []
      for (let at: DateTime = begin; one.length < 24;) {
        const [run] = nextRuns(asked, at, 1, HOLIDAYS)
        one.push(run.dueAt.toMillis())
        at = run.dueAt
      }
      assert.deepEqual(one, all)
    }
  })

  test('a sending that is moved covers what the planned day would have covered', ({ assert }) => {
    const mondays = schedule({ send: 'mondays', closedDays: 'previousWorkingDay' })
    const weekly = { period: 'previousWeek', periodCount: 1 } as const
    const after = startOf('2026-11-28', mondays.zone)
    const runs = datedRuns(weekly, nextRuns(mondays, after, 3, ['2026-12-07']))
    assert.deepEqual(
      [...runs].map(({ date, from, to }) => `${date}: ${from} – ${to}`),
      [
        '2026-11-30: 2026-11-23 – 2026-11-29',
        '2026-12-04: 2026-11-30 – 2026-12-06',
        '2026-12-14: 2026-12-07 – 2026-12-13',
      ]
    )
  })

  test('the periods of consecutive sendings never repeat a day and never skip one, over five years and holidays', ({
    assert,
  }) => {
    for (const [send, period] of gapless) {
      for (const closedDays of ['send', 'previousWorkingDay', 'nextWorkingDay'] as const) {
        const asked = schedule({ send, closedDays, sendTime: '07:00' })
        const { due } = dueRuns(asked, between('2026-01-10', '2031-12-31', asked.zone), HOLIDAYS)
        const dated = [...datedRuns({ period, periodCount: 1 }, due)]
        assert.isAbove(dated.length, 4)
        for (const [index, { to, date }] of dated.slice(0, -1).entries()) {
          assert.equal(
            dated[index + 1].from,
            shifted(to, 1),
            `${send} ${period} ${closedDays} ${date}`
          )
        }
      }
    }
  })

  test('a day after each working day covers every working day once, whatever days are closed', ({
    assert,
  }) => {
    for (const closedDays of ['send', 'previousWorkingDay', 'nextWorkingDay'] as const) {
      const asked = schedule({ send: 'dayAfterWorkingDay', closedDays })
      const { due } = dueRuns(asked, between('2026-01-10', '2030-12-20', asked.zone), HOLIDAYS)
      const covered = [...datedRuns({ period: 'yesterday', periodCount: 1 }, due)].map(
        ({ to }) => to
      )
      const [first] = covered
      const days: string[] = []
      for (let day = first; day <= covered[covered.length - 1]; day = shifted(day, 1)) {
        if (works(day, HOLIDAYS)) days.push(day)
      }
      assert.deepEqual(covered, days, closedDays)
    }
  })

  test('of reports that closed days move to one moment, one that holds the others is sent alone', ({
    assert,
  }) => {
    const daily = schedule({ send: 'everyDay', closedDays: 'nextWorkingDay' })
    const weekend = between('2026-01-10', '2026-01-12', daily.zone)
    const { due } = dueRuns(daily, weekend)
    const sent = (period: 'monthToYesterday' | 'yesterday') =>
      [...datedRuns({ period, periodCount: 1 }, due)].map(({ from, to }) => `${from} – ${to}`)
    assert.deepEqual(sent('monthToYesterday'), ['2026-01-01 – 2026-01-11'])
    assert.deepEqual(sent('yesterday'), [
      '2026-01-09 – 2026-01-09',
      '2026-01-10 – 2026-01-10',
      '2026-01-11 – 2026-01-11',
    ])
  })
})
