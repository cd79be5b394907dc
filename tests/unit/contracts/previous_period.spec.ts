import { test } from '@japa/runner'
import { changeOf, meetsTarget } from '#core/contracts/change_of'
import { previousPeriod } from '#core/contracts/previous_period'
import { periodBefore } from '#core/reports/headline/period_before'

const days = (from: string, to: string) => Object.values(previousPeriod(from, to)).join(' – ')

test.group('The period before another', () => {
  test('has as many days, or as many whole months', ({ assert }) => {
    assert.equal(days('2026-01-01', '2026-01-01'), '2025-12-31 – 2025-12-31')
    assert.equal(days('2026-03-09', '2026-03-15'), '2026-03-02 – 2026-03-08')
    assert.equal(days('2026-03-01', '2026-03-31'), '2026-02-01 – 2026-02-28')
    assert.equal(days('2026-01-01', '2026-03-31'), '2025-10-01 – 2025-12-31')
    assert.equal(days('2026-03-01', '2026-03-30'), '2026-01-30 – 2026-02-28')
  })

  test('is of as many days and hours as have been, where the period is not over', ({ assert }) => {
    const period = { fromTime: '08:00', toTime: '17:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }
    const now = { date: '2026-03-10', time: '11:30' }
    const before = (from: string, to: string) => {
      const found = periodBefore({ ...period, from, to }, now)
      return found && [found.from, found.to, found.toTime].join(' ')
    }
    assert.equal(before('2026-03-10', '2026-03-10'), '2026-03-09 2026-03-09 11:30')
    assert.equal(before('2026-03-09', '2026-03-09'), '2026-03-08 2026-03-08 17:00')
    assert.equal(before('2026-03-01', '2026-03-31'), '2026-02-19 2026-02-28 17:00')
    assert.isNull(before('2026-03-11', '2026-03-11'))
  })

  test('is what a change is told from: in percent, and whether for the better', ({ assert }) => {
    const wait = { unit: 'seconds' as const, good: 'down' as const, value: 30, before: 40 }
    assert.deepEqual(changeOf(wait), { difference: -10, percent: -25, better: true })
    const share = { unit: 'percent' as const, good: 'up' as const, value: 80, before: 90 }
    assert.deepEqual(changeOf(share), { difference: -10, percent: null, better: false })
    assert.isNull(changeOf({ unit: 'count', value: 3, before: null }))
    assert.equal(changeOf({ unit: 'count', value: 3, before: 0 })?.percent, null)
    assert.isTrue(meetsTarget({ value: 30, target: 30, good: 'down' }))
    assert.isFalse(meetsTarget({ value: 79.9, target: 80, good: 'up' }))
  })
})
