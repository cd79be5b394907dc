import { test } from '@japa/runner'
import type { LocationQuery } from 'vue-router'
import { fromAddress, parseLimits, toAddress } from '../../../frontend/reports/report_address.js'
import { emptyDraft, type ReportDraft } from '../../../frontend/reports/report_draft.js'

const usual = emptyDraft('2026-01-01', '2026-01-31')
const asQuery = (draft: ReportDraft) =>
  JSON.parse(JSON.stringify(toAddress(draft))) as LocationQuery

test.group('The address of a report', () => {
  test('it holds everything that was chosen', ({ assert }) => {
    const draft: ReportDraft = {
      report: 'asterisk.queue',
      preset: 'waits',
      from: '2025-12-24',
      to: '2026-01-06',
      fromTime: '06:30',
      dates: ['2025-12-24', '2026-01-06'],
      toTime: '24:00',
      weekdays: [1, 3, 7],
      holidays: false,
      openHours: true,
      intervalMinutes: 15,
      interval: 'week',
      timeFormat: 'seconds',
      timeLabels: 'end',
      grouping: 'groupAndObject',
      objects: ['sälj', 'pbx:support, natt'],
      groups: ['Kundtjänst, dag'],
      columns: null,
      parameters: { answerTimeLimits: [10, 30, 50], talkLimits: [] },
      breakdown: false,
      emptyRows: false,
      serviceLevel: 'answeredOnly',
      comparison: { by: 'period', from: '2024-12-24', to: '2025-01-06' },
    }
    for (const other of [
      draft,
      { ...draft, objects: 'all' as const, emptyRows: true },
      { ...draft, preset: null, columns: ['incoming', 'answered'] },
      { ...draft, comparison: { by: 'objects' as const, a: 'object:sälj', b: 'group:Kund: natt' } },
    ]) {
      assert.deepEqual(fromAddress(asQuery(other), usual), other)
    }
  })

  test('a basic report has none of what only an advanced one has', ({ assert }) => {
    const basic = { ...usual, report: 'asterisk.queue', preset: 'overview', objects: ['sälj'] }
    assert.deepEqual(Object.keys(asQuery(basic)), [
      'report',
      'preset',
      'from',
      'to',
      'fromTime',
      'toTime',
      'interval',
      'object',
    ])
  })

  test('what it leaves out stays as it was', ({ assert }) => {
    const before = { ...usual, weekdays: [1, 2], fromTime: '07:00' }
    const draft = fromAddress({ report: 'asterisk.queue' }, before)
    assert.deepEqual(draft, { ...before, report: 'asterisk.queue' })
  })

  test('what cannot be is not taken over', ({ assert }) => {
    const draft = fromAddress(
      {
        from: 'now',
        toTime: '25:00',
        weekdays: '089',
        minutes: '7',
        interval: 'decade',
        object: ['', 'sälj'],
      },
      usual
    )
    assert.deepEqual(draft, { ...usual, objects: ['sälj'] })
  })

  for (const [typed, limits] of [
    ['20, 40', [20, 40]],
    ['40 20 20', [20, 40]],
    ['20;', [20]],
    ['twenty', null],
    ['1.5', null],
    ['', null],
  ] as const) {
    test(`“${typed}” is ${limits ? `the limits ${limits.join(' and ')}` : 'no list of limits'}`, ({
      assert,
    }) => {
      assert.deepEqual(parseLimits(typed), limits && [...limits])
    })
  }
})
