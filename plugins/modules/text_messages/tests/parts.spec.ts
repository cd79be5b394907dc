import { test } from '@japa/runner'
import { nextOpening } from '../hours.js'
import { cheaperText, filledText, measureText } from '../message_text.js'
import { lessOf, priceOfParts, sumOf } from '../money.js'
import { countryOf, maskedNumber, normalNumber, zoneOf } from '../numbers.js'
import { isStop } from '../engine/hear.js'
import { recipientsOf } from '../frontend/recipients_of.js'

test.group('SMS | how long a text is', () => {
  test('is counted as telephones do, and no character is cut', ({ assert }) => {
    const cases: [text: string, encoding: string, units: number, parts: number][] = [
      ['', 'gsm', 0, 0],
      ['a'.repeat(160), 'gsm', 160, 1],
      ['a'.repeat(161), 'gsm', 161, 2],
      ['a'.repeat(306), 'gsm', 306, 2],
      ['a'.repeat(307), 'gsm', 307, 3],
      ['Åäö é ü ß à €', 'gsm', 14, 1],
      [`${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm', 306, 3],
      [`${'a'.repeat(159)}€`, 'gsm', 161, 2],
      ['õ'.repeat(70), 'ucs2', 70, 1],
      ['õ'.repeat(71), 'ucs2', 71, 2],
      [`${'õ'.repeat(66)}😀${'õ'.repeat(66)}`, 'ucs2', 134, 3],
    ]
    for (const [text, encoding, units, parts] of cases) {
      const measured = measureText(text)
      assert.deepInclude(measured, { encoding, units, parts }, text.slice(0, 20))
    }
  })

  test('names the characters that make it dear, and what they can be instead', ({ assert }) => {
    const text = 'Det är “klart” – tack’s\u00A0ļoti'
    assert.deepEqual(measureText(text).blame, ['“', '”', '–', '’', '\u00A0', 'ļ'])
    assert.equal(cheaperText(text), 'Det är "klart" - tack\'s ļoti')
  })

  test('is that of each recipient, with fields put in', ({ assert }) => {
    assert.equal(filledText('Hej {namn}{inget}!', { namn: 'Åsa {x}' }), 'Hej Åsa {x}!')
    assert.equal(filledText('{constructor}', {}), '')
  })
})

test.group('SMS | numbers, money and hours', () => {
  test('numbers are one, however people write them', ({ assert }) => {
    for (const written of ['070-174 06 05', '+46 70 174 06 05', '0046701740605']) {
      assert.equal(normalNumber(written, '46'), '+46701740605')
    }
    for (const wrong of ['12', 'Anna', '701740605', '+0701740605']) {
      assert.isNull(normalNumber(wrong, '46'), wrong)
    }
    assert.equal(maskedNumber('+46701740605'), '+46*****0605')
    assert.equal(zoneOf('+37251234567', 'Europe/Stockholm'), 'Europe/Tallinn')
    assert.equal(zoneOf('+12025550123', 'Europe/Stockholm'), 'Europe/Stockholm')
    assert.equal(countryOf('+37121234567'), 'LV')
  })

  test('points add up to the last decimal', ({ assert }) => {
    assert.equal(sumOf(['0.1', '0.2']), '0.3')
    assert.equal(sumOf(Array.from({ length: 1000 }, () => '0.16')), '160')
    assert.equal(lessOf('1600', '775.84'), '824.16')
    assert.equal(priceOfParts('0.32', 2, 5151), '824.16')
  })

  test('a sending arrives by the clock of the recipient, on both sides of the clock change', ({
    assert,
  }) => {
    const hours = { from: '09:00', to: '20:00', sundays: false }
    const opens = (at: string, zone = 'Europe/Stockholm') =>
      nextOpening(new Date(at), zone, hours).toISOString()
    assert.equal(opens('2026-11-30T12:00:00Z'), '2026-11-30T12:00:00.000Z')
    assert.equal(opens('2026-11-30T19:00:00Z'), '2026-12-01T08:00:00.000Z')
    assert.equal(opens('2026-11-30T07:30:00Z', 'Europe/Tallinn'), '2026-11-30T07:30:00.000Z')
    // Saturday evening before the clocks go back: Monday, an hour later in UTC.
    assert.equal(opens('2026-10-24T18:30:00Z'), '2026-10-26T08:00:00.000Z')
    assert.equal(opens('2026-10-23T18:30:00Z'), '2026-10-24T07:00:00.000Z')
  })

  test('a reply of one word is an opt-out, a sentence is not', ({ assert }) => {
    for (const text of [' STOP ', 'stopp!', 'Ptraukt', 'Lopeta.']) assert.isTrue(isStop(text), text)
    for (const text of ['Stop sending to my old number', 'ja', ''])
      assert.isFalse(isStop(text), text)
  })

  test('recipients are read as they are pasted, with or without columns', ({ assert }) => {
    assert.deepEqual(recipientsOf('0701740605\n\n 0701740606 \n').recipients, [
      { number: '0701740605' },
      { number: '0701740606' },
    ])
    const { recipients, fields } = recipientsOf('Namn;Mobil nr\nÅsa;070-174 06 05\n"Bo";12')
    assert.deepEqual(fields, ['Namn'])
    assert.deepEqual(recipients, [
      { number: '070-174 06 05', fields: { Namn: 'Åsa' } },
      { number: '12', fields: { Namn: 'Bo' } },
    ])
  })
})
