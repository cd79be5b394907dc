import { CalendarDate } from '@internationalized/date'
import { test } from '@japa/runner'
import { countDays, daysOf, readClock, readDate } from '../../../frontend/reports/calendar.js'

test.group('Dates and times as people write them', () => {
  for (const [typed, date] of [
    ['2026-01-31', '2026-01-31'],
    [' 20260131 ', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    ['31/1/2026', '2026-01-31'],
    ['2028-02-29', '2028-02-29'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['yesterday', null],
    ['', null],
  ] as const) {
    test(`“${typed}” is ${date ?? 'no date'}`, ({ assert }) => {
      assert.equal(readDate(typed), date)
    })
  }

  for (const [typed, time] of [
    ['8', '08:00'],
    ['08:30', '08:30'],
    ['8.30', '08:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    ['24:00', '24:00'],
    ['24:30', null],
    ['8:61', null],
    ['noon', null],
  ] as const) {
    test(`“${typed}” is ${time ?? 'no time of day'}`, ({ assert }) => {
      assert.equal(readClock(typed), time)
    })
  }
})

test.group('Quick periods', () => {
  const wednesday = new CalendarDate(2026, 3, 4)
  for (const [period, from, to] of [
    ['today', '2026-03-04', '2026-03-04'],
    ['yesterday', '2026-03-03', '2026-03-03'],
    ['thisWeek', '2026-03-02', '2026-03-04'],
    ['lastWeek', '2026-02-23', '2026-03-01'],
    ['thisMonth', '2026-03-01', '2026-03-04'],
    ['lastMonth', '2026-02-01', '2026-02-28'],
    ['last30Days', '2026-02-03', '2026-03-04'],
  ] as const) {
    test(`${period} of Wednesday the 4th of March is ${from} to ${to}`, ({ assert }) => {
      assert.deepEqual(daysOf(period, wednesday), { from, to })
    })
  }

  test('a Sunday ends its week', ({ assert }) => {
    const sunday = new CalendarDate(2026, 3, 8)
    assert.deepEqual(daysOf('thisWeek', sunday), { from: '2026-03-02', to: '2026-03-08' })
  })

  test('days are counted with both ends, over a change of clocks too', ({ assert }) => {
    assert.equal(countDays('2026-03-28', '2026-03-30'), 3)
    assert.equal(countDays('2026-03-30', '2026-03-28'), 0)
  })
})
