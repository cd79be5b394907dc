import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { mostOf, periodChoices } from '#core/contracts/period_choice'
import { resolvePeriod } from '#core/saved_reports/periods/resolve_period'
import { nextRuns } from '#core/saved_reports/schedules/next_runs'
import { plainPeriod, shifted } from './plain_calendar.js'

test.group('What days a report covers', () => {
  test('all nineteen choices are as walking from the day says, on days all over five years', ({
    assert,
  }) => {
    assert.lengthOf(periodChoices, 19)
    for (let on = '2024-01-01'; on < '2028-12-31'; on = shifted(on, 9)) {
      for (const choice of periodChoices) {
        const counts = mostOf(choice) ? [1, 2, 13] : [1]
        for (const count of counts) {
          const title = `${choice} ${count} on ${on}`
          assert.deepEqual(
            resolvePeriod(choice, { count, on }),
            plainPeriod(choice, count, on),
            title
          )
        }
      }
    }
  })

  test('three months back from the last day of May begin on the last of February', ({ assert }) => {
    const three = (on: string) => resolvePeriod('lastMonths', { count: 3, on })
    assert.deepEqual(three('2026-05-31'), { from: '2026-02-28', to: '2026-05-30' })
    assert.deepEqual(three('2028-05-31'), { from: '2028-02-29', to: '2028-05-30' })
    assert.deepEqual(three('2026-04-01'), { from: '2026-01-01', to: '2026-03-31' })
  })

  test('from the first of the year without today is on New Year’s Day the year that has been', ({
    assert,
  }) => {
    const on = '2027-01-01'
    assert.deepEqual(resolvePeriod('yearToYesterday', { on }), {
      from: '2026-01-01',
      to: '2026-12-31',
    })
    assert.deepEqual(resolvePeriod('yearToToday', { on }), { from: on, to: on })
  })

  test('a report of January that has to wait for Monday is of January', ({ assert }) => {
    const monthly = {
      send: 'lastDayOfMonth',
      sendTime: '23:00',
      zone: 'Europe/Stockholm',
      closedDays: 'nextWorkingDay',
    } as const
    const [run] = nextRuns(monthly, DateTime.fromISO('2026-01-10T00:00Z'), 1)
    assert.equal(run.date, '2026-02-02')
    assert.deepEqual(resolvePeriod('monthToToday', { on: run.on }), {
      from: '2026-01-01',
      to: '2026-01-31',
    })
  })

  test('the whole history is as long as a report may be', ({ assert }) => {
    assert.deepEqual(resolvePeriod('wholeHistory', { on: '2026-02-28' }), {
      from: '2001-02-28',
      to: '2026-02-28',
    })
  })
})
