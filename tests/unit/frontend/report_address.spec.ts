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
      toTime: '24:00',
      weekdays: [1, 3, 7],
      intervalMinutes: 15,
      interval: 'week',
      timeFormat: 'seconds',
      objects: ['sälj', 'pbx:support, natt'],
      parameters: { answerTimeLimits: [10, 30, 50] },
    }
    assert.deepEqual(fromAddress(asQuery(draft), usual), draft)
    assert.deepEqual(fromAddress(asQuery({ ...draft, objects: 'all' }), usual), {
      ...draft,
      objects: 'all',
    })
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
