import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { runJourney } from '#core/reports/run_journey'
import { runSpecification } from '#core/reports/run_specification'
import { collectedSource } from '#tests/made/collected_source'
import { once } from '#tests/made/once'
import answeringService from '../index.js'

const main = '+46846500710'
const period = {
  from: '2026-03-02',
  to: '2026-03-02',
  fromTime: '00:00',
  toTime: '24:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
}

test.group('A Monday of an answering service reckoned by hand', () => {
  const site = once(async () => {
    const made = await collectedSource(answeringService, '2026-03-02')
    const file = await readFile(new URL('fixtures/answered.csv', import.meta.url))
    await made.collect(file, 'answered-2026-03.csv')
    return made
  })

  test('calls: answered within 12 and 20 seconds, and lost of those that waited longer', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of } = await run('calls')
    assert.containsSubset(of(main), {
      objectName: 'Huvudnummer',
      received: 6,
      answered: 4,
      lost: 2,
      answeredWithin_12: 2,
      answeredWithin_20: 3,
      answeredWithinShare_12: 50,
      answeredWithinShare_20: 75,
      waitedLonger_12: 3,
      lostAfter_12: 1,
      lostAfterShare_12: 100 / 3,
      lostAfter_20: 1,
      meanAnswerTime: (5 + 12 + 20 + 31) / 4,
      meanWaitLost: (12 + 25) / 2,
      meanWaitAll: (5 + 12 + 20 + 31 + 12 + 25) / 6,
      talkTime: 60 + 120 + 60 + 60,
      withErrand: 3,
    })
  })

  test('errands: by category, how soon delivered and closed, and open at the end of each day', async ({
    assert,
  }) => {
    const { run } = await site()
    const { of } = await run('errands')
    assert.containsSubset(of(main), {
      created: 3,
      notDelivered: 1,
      delivered: 1,
      sinceClosed: 1,
      // One of Friday was closed on Monday.
      closed: 2,
      openAtEnd: 2,
      meanDelivery: (120 + 600) / 2,
      deliveredWithin_300: 1,
      deliveredWithin_900: 2,
      meanClosing: (7200 + 3 * 24 * 3600) / 2,
      comments: 3,
      persons: 2,
    })
    const parts = await run('errands', { breakdown: true })
    assert.containsSubset(parts.of(main, 'Ring upp'), { created: 2, closed: 2, openAtEnd: 1 })
    assert.containsSubset(parts.of(main, 'Felanmälan'), { created: 1, closed: 0, openAtEnd: 1 })
    const friday = await run('errands', {
      period: { ...period, from: '2026-02-27', to: '2026-02-27' },
    })
    assert.containsSubset(friday.of(main), { created: 1, closed: 0, openAtEnd: 1 })
  })

  test('an errand that is opened again is closed no longer', async ({ assert }) => {
    const made = await collectedSource(answeringService, '2026-03-02')
    const header = 'recordType;revision;service;at;errand;category;closedAt\n'
    const record = (revision: number, closedAt: string) =>
      `errand;${revision};${main};2026-03-02T08:00:00+01:00;E9;Ring upp;${closedAt}\n`
    await made.collect(header + record(1, '2026-03-02T09:00:00+01:00'), 'first.csv')
    const before = await made.run('errands')
    assert.containsSubset(before.of(main), { closed: 1, openAtEnd: 0 })
    await made.collect(header + record(2, ''), 'second.csv')
    const after = await made.run('errands')
    assert.containsSubset(after.of(main), { closed: 0, openAtEnd: 1, notDelivered: 1 })
  })

  test('internal comments are not the customer’s: not in a figure, a list, nor on an errand’s way', async ({
    assert,
  }) => {
    const { run, reader } = await site()
    const customer = { ...reader, role: 'customerUser' } as const
    const all = await run('comments')
    assert.containsSubset(all.of(main), { comments: 3, internalComments: 1, fromCustomer: 1 })
    const theirs = await run('comments', {}, { role: 'customerUser' })
    assert.containsSubset(theirs.of(main), { comments: 2, internalComments: 0, fromCustomer: 1 })
    const errands = await run('errands', {}, { role: 'customerUser' })
    assert.containsSubset(errands.of(main), { created: 3, comments: 2 })

    const { query } = all
    const texts = async (as: typeof reader) => {
      const { specification } = await runSpecification(query, as)
      const rows = await Array.fromAsync(specification!.rows)
      return rows.map(({ text }) => text)
    }
    assert.sameMembers(await texts(reader), [
      'Kunden var upprörd',
      'Jag åker dit i eftermiddag',
      'Tack; vi säger till kunden',
    ])
    assert.sameMembers(await texts(customer), [
      'Jag åker dit i eftermiddag',
      'Tack; vi säger till kunden',
    ])

    const place = {
      report: 'answering_service.errands',
      call: 'E2',
      at: '2026-03-02T08:12:12+01:00',
    }
    const legs = async (as: typeof reader) => {
      const journey = await runJourney(place, as, { locale: 'sv' })
      return journey.legs.map(({ event }) => event)
    }
    assert.deepEqual(await legs(reader), ['errand', 'comment', 'comment', 'comment'])
    assert.deepEqual(await legs(customer), ['errand', 'comment', 'comment'])
  })
})
