import { test } from '@japa/runner'
import type { Unit } from '../../../frontend/api/report_type.js'
import { formatDays, formatValue } from '../../../frontend/reports/format_value.js'

const swedish = { locale: 'sv-SE', timeFormat: 'hms', zone: 'Europe/Stockholm' } as const
const english = { ...swedish, locale: 'en-GB' }
const inWords = { ...swedish, timeFormat: 'words' } as const
const inSeconds = { ...swedish, timeFormat: 'seconds' } as const
/** Languages differ in which of the narrow spaces they put between figures. */
const plain = (text: string) => text.replace(/\s/g, ' ')

test.group('Figures as people read them', () => {
  for (const [value, unit, manner, text] of [
    [12345, 'count', swedish, '12 345'],
    [12345, 'count', english, '12,345'],
    [82.456, 'percent', swedish, '82,5 %'],
    [100, 'percent', english, '100.0%'],
    [23.4, 'seconds', swedish, '00:00:23'],
    [59.5, 'seconds', swedish, '00:01:00'],
    [363_599, 'seconds', swedish, '100:59:59'],
    [23.44, 'seconds', inSeconds, '23,4'],
    [80, 'seconds', inWords, '1 min 20 s'],
    [7200, 'seconds', inWords, '2 h'],
    [0.2, 'seconds', inWords, '0 s'],
    [1.239, 'number', swedish, '1,24'],
    ['0.5', 'number', swedish, '0,5'],
    [0, 'count', swedish, '0'],
    [null, 'seconds', swedish, '–'],
    ['+46701740605', 'phone', swedish, '+46701740605'],
  ] as [number | string | null, Unit, typeof swedish, string][]) {
    test(`${value} as ${unit} in ${manner.locale} (${manner.timeFormat}) is “${text}”`, ({
      assert,
    }) => {
      assert.equal(plain(formatValue(value, unit, manner)), text)
    })
  }

  test('a moment is told in the customer’s zone', ({ assert }) => {
    const text = plain(formatValue('2026-07-01T06:05:00Z', 'time', swedish))
    assert.equal(text, '1 juli 2026 08:05')
  })

  test('a day is written once, a stretch by its ends', ({ assert }) => {
    assert.equal(plain(formatDays('2026-01-05', '2026-01-05', 'en-GB')), '5 Jan 2026')
    assert.equal(plain(formatDays('2026-01-05', '2026-02-01', 'en-GB')), '5 Jan – 1 Feb 2026')
  })
})
