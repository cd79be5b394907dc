import { test } from '@japa/runner'
import { comparedPeriod } from '../../../frontend/reports/compared_periods.js'
import { countedDays } from '../../../frontend/reports/counted_days.js'
import { combine, type Combination } from '../../../frontend/reports/special_dates.js'

test.group('Days picked by a rule', () => {
  for (const [rule, weekday, days] of [
    ['firstOfMonth', 1, ['2026-02-01', '2026-03-01']],
    ['lastOfMonth', 1, ['2026-01-31', '2026-02-28']],
    ['firstWeekday', 1, ['2026-02-02', '2026-03-02']],
    ['lastWeekday', 5, ['2026-01-30', '2026-02-27']],
    ['everyWeekday', 7, ['2026-02-01', '2026-02-08', '2026-02-15', '2026-02-22', '2026-03-01']],
    ['everyOtherWeekday', 7, ['2026-02-01', '2026-02-15', '2026-03-01']],
  ] as const) {
    test(`${rule} of 29 January to 3 March`, ({ assert }) => {
      assert.deepEqual(combine(rule, weekday, '2026-01-29', '2026-03-03'), [...days])
    })
  }

  test('every day is both ends and all between', ({ assert }) => {
    const rule: Combination = 'everyDay'
    assert.deepEqual(combine(rule, 1, '2026-02-27', '2026-03-01'), [
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ])
    assert.deepEqual(combine(rule, 1, '2026-03-02', '2026-03-01'), [])
  })

  test('the days that count are those of the weekdays, or the single dates', ({ assert }) => {
    const stretch = { from: '2026-01-01', to: '2026-01-11', weekdays: [6, 7] }
    assert.deepEqual(countedDays(stretch), ['2026-01-03', '2026-01-04', '2026-01-10', '2026-01-11'])
    const dates = ['2026-01-01', '2026-01-11']
    assert.deepEqual(countedDays({ ...stretch, weekdays: [1, 2, 3, 4, 5, 6, 7], dates }), dates)
  })
})

test.group('The period that one is set beside', () => {
  for (const [period, from, to, other] of [
    ['previous', '2026-03-01', '2026-03-31', ['2026-02-01', '2026-02-28']],
    ['previous', '2026-01-01', '2026-03-31', ['2025-10-01', '2025-12-31']],
    ['previous', '2026-03-02', '2026-03-08', ['2026-02-23', '2026-03-01']],
    ['lastYear', '2024-02-01', '2024-02-29', ['2023-02-01', '2023-02-28']],
    ['lastYear', '2025-02-01', '2025-02-28', ['2024-02-01', '2024-02-29']],
    ['sameWeekdays', '2026-03-02', '2026-03-08', ['2025-03-03', '2025-03-09']],
  ] as const) {
    test(`${period} of ${from} to ${to} is ${other.join(' to ')}`, ({ assert }) => {
      assert.deepEqual(Object.values(comparedPeriod(period, from, to)), [...other])
    })
  }
})
