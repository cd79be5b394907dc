import { test } from '@japa/runner'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import { localMoment } from '#core/facts/local_calendar'

const shown = (at: string, zone: string) => {
  const { localDate, localMinute } = localMoment(new Date(at), zone)
  const minutes = String(localMinute % 60).padStart(2, '0')
  return `${localDate} ${String(Math.floor(localMinute / 60)).padStart(2, '0')}:${minutes}`
}

test.group('Facts | local calendar', () => {
  test('in Stockholm the clock leaps from 02:00 to 03:00 on 29 March 2026', ({ assert }) => {
    assert.equal(shown('2026-03-28T22:59:59.999Z', 'Europe/Stockholm'), '2026-03-28 23:59')
    assert.equal(shown('2026-03-28T23:00:00Z', 'Europe/Stockholm'), '2026-03-29 00:00')
    assert.equal(shown('2026-03-29T00:59:59.999Z', 'Europe/Stockholm'), '2026-03-29 01:59')
    assert.equal(shown('2026-03-29T01:00:00Z', 'Europe/Stockholm'), '2026-03-29 03:00')
    assert.equal(shown('2026-03-29T21:59:59.999Z', 'Europe/Stockholm'), '2026-03-29 23:59')
    assert.equal(shown('2026-03-29T22:00:00Z', 'Europe/Stockholm'), '2026-03-30 00:00')
  })

  test('in Stockholm 02:30 comes twice on 25 October 2026', ({ assert }) => {
    assert.equal(shown('2026-10-24T22:00:00Z', 'Europe/Stockholm'), '2026-10-25 00:00')
    assert.equal(shown('2026-10-25T00:30:00Z', 'Europe/Stockholm'), '2026-10-25 02:30')
    assert.equal(shown('2026-10-25T01:30:00Z', 'Europe/Stockholm'), '2026-10-25 02:30')
    assert.equal(shown('2026-10-25T02:00:00Z', 'Europe/Stockholm'), '2026-10-25 03:00')
    assert.equal(shown('2026-10-25T22:59:59.999Z', 'Europe/Stockholm'), '2026-10-25 23:59')
  })

  test('in Kolkata the day begins at half past six in the evening, UTC', ({ assert }) => {
    assert.equal(shown('2026-03-28T18:29:59.999Z', 'Asia/Kolkata'), '2026-03-28 23:59')
    assert.equal(shown('2026-03-28T18:30:00Z', 'Asia/Kolkata'), '2026-03-29 00:00')
  })

  test('any moment shows what a calendar says, in zones of every kind', ({ assert }) => {
    const moment = fc.date({
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2037-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    const zone = fc.constantFrom(
      'Europe/Stockholm',
      'Europe/Tallinn',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'America/St_Johns',
      'UTC'
    )
    fc.assert(
      fc.property(moment, zone, (at, name) => {
        const calendar = DateTime.fromJSDate(at, { zone: name })
        assert.deepEqual(localMoment(at, name), {
          localDate: calendar.toISODate(),
          localMinute: calendar.hour * 60 + calendar.minute,
        })
      }),
      { numRuns: 2000 }
    )
  })

  test('a name that is no zone is refused', ({ assert }) => {
    assert.throws(
      () => localMoment(new Date(), 'Europe/Atlantis'),
      '"Europe/Atlantis" is no time zone.'
    )
  })
})
