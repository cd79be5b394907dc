import { test } from '@japa/runner'
import { fittingIntervals } from '../../../frontend/reports/fitting_intervals.js'

test.group('The intervals that a period is offered', () => {
  for (const [name, from, to, intervals] of [
    ['a day', '2026-01-05', '2026-01-05', 'timeOfDay period'],
    ['a Monday to Sunday', '2026-01-05', '2026-01-11', 'timeOfDay weekday date period'],
    ['a Sunday and a Monday', '2026-01-11', '2026-01-12', 'timeOfDay weekday date week period'],
    ['a month', '2024-05-01', '2024-05-31', 'timeOfDay weekday date week period'],
    [
      'two months of a quarter',
      '2026-01-31',
      '2026-02-01',
      'timeOfDay weekday date yearMonth period',
    ],
    [
      'half a year',
      '2026-01-01',
      '2026-06-30',
      'timeOfDay weekday date week yearMonth quarter period',
    ],
    [
      'two years',
      '2025-01-01',
      '2026-12-31',
      'timeOfDay weekday date week month yearMonth quarter year period',
    ],
  ] as const) {
    test(`${name}: ${intervals}`, ({ assert }) => {
      assert.equal(fittingIntervals(from, to).join(' '), intervals)
    })
  }
})
