import { test } from '@japa/runner'
import { DateTime } from 'luxon'
import { type CustomerClock, sentBeforeEnd } from '#core/saved_reports/schedules/sent_before_end'

const NOW = DateTime.fromISO('2026-11-30T08:00:00Z', { zone: 'utc' })
const zone = 'Europe/Stockholm'
const stockholm: CustomerClock = { zone, holidays: [], openingHours: null }
const friday = {
  ...{ send: 'fridays', sendTime: '16:00', zone, closedDays: 'send' },
  ...{ period: 'weekToToday', periodCount: 1 },
} as const
const day = { fromTime: '08:00', toTime: '17:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }

/** `16:00 17:00 18:00`: when it is sent, when what it counts ends, and when all of that is there. */
const early = (
  schedule: Partial<Omit<typeof friday, 'sendTime' | 'send' | 'period' | 'closedDays'>> &
    Record<string, unknown>,
  period: Partial<typeof day> & { hours?: 'open' } = {},
  customer: Partial<CustomerClock> = {}
) => {
  const whole = { ...friday, ...schedule } as Parameters<typeof sentBeforeEnd>[0]
  const found = sentBeforeEnd(whole, { ...day, ...period }, { ...stockholm, ...customer }, NOW)
  if (!found) return null
  return [found.dueAt, found.endsAt, found.completeAt].map((at) => at.slice(5, 16)).join(' ')
}

test.group('A schedule that sends before its hours have ended', () => {
  test('is told of where the sending lies before their end and an hour', ({ assert }) => {
    assert.equal(early({}), '12-04T16:00 12-04T17:00 12-04T18:00')
    assert.equal(early({ sendTime: '17:59' }), '12-04T17:59 12-04T17:00 12-04T18:00')
    assert.isNull(early({ sendTime: '18:00' }))
    assert.isNull(early({ sendTime: '16:00', period: 'previousWeek' }))
    assert.isNull(early({ send: 'never' }))
  })

  test('has in view that whole days end at midnight', ({ assert }) => {
    const whole = { fromTime: '00:00', toTime: '24:00' }
    assert.equal(early({ sendTime: '23:00' }, whole), '12-04T23:00 12-05T00:00 12-05T01:00')
    const yesterday = { send: 'everyDay', period: 'yesterday' }
    assert.equal(
      early({ ...yesterday, sendTime: '00:30' }, whole),
      '12-01T00:30 12-01T00:00 12-01T01:00'
    )
    assert.isNull(early({ ...yesterday, sendTime: '01:00' }, whole))
  })

  test('counts the days and hours that the report counts, and the customer’s clock', ({
    assert,
  }) => {
    const saturday = { send: 'saturdays', sendTime: '08:00' }
    assert.isNotNull(early(saturday))
    assert.isNull(early(saturday, { weekdays: [1, 2, 3, 4, 5] }))
    const openingHours = { 5: [{ from: '08:00', to: '14:00' }] }
    assert.isNull(early({}, { hours: 'open' }, { openingHours }))
    assert.isNotNull(early({ sendTime: '14:30' }, { hours: 'open' }, { openingHours }))
    const helsinki = early({ zone: 'Europe/Helsinki', sendTime: '18:30' })
    assert.equal(helsinki, '12-04T18:30 12-04T17:00 12-04T18:00')
  })

  test('is told of where a closed day moves it before days that it covers', ({ assert }) => {
    const moved = { closedDays: 'previousWorkingDay', sendTime: '19:00' }
    assert.isNull(early(moved))
    assert.equal(
      early(moved, {}, { holidays: ['2026-12-04'] }),
      '12-03T19:00 12-04T17:00 12-04T18:00'
    )
  })
})
