import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { dueTimes, nextRuns } from '#core/saved_reports/schedules/next_runs'
import { closedDayChoices, sendChoices } from '#core/saved_reports/schedules/send_choice'
import { plainRuns, shifted } from './plain_calendar.js'

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
        const runs = dueTimes(asked, between(from, to, asked.zone), HOLIDAYS)
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
        const runs = dueTimes(asked, between(from, to, asked.zone))
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
})
