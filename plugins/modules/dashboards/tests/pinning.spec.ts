import { test } from '@japa/runner'
import type { DescribedReport } from '#core/contracts/described_report'
import type { ShownResult } from '#core/contracts/module_page'
import { asker, codeOf } from '#tests/made/asker'
import { madeCustomer } from '#tests/made/customer'
import { madeUser } from '#tests/made/user'
import { emptyDocument } from '../empty_document.js'
import type { Kind } from '../frontend/api.js'
import { periodOfDates } from '../frontend/pin/period_of_dates.js'
import { pinnedDocument } from '../frontend/pin/pinned_document.js'

const BOARDS = '/api/dashboards/v1/boards'
const document = {
  ...emptyDocument,
  places: [{ id: 'a', x: 0, y: 0, w: 4, h: 3 }],
  widgets: { a: { kind: 'text_block', settings: { text: 'Pinned' } } },
}
const kind = (key: string, more: Partial<Kind> = {}): Kind => ({
  ...{ key, label: key, description: '', icon: 'square', ownView: false, data: 'report' },
  ...{ smallest: { w: 3, h: 3 }, usual: { w: 6, h: 6 }, onScreen: 'yes' },
  ...more,
})
const type = {
  key: 'asterisk.queue',
  source: 'asterisk',
  objectTypes: [{ key: 'queue' }],
  columns: [{ key: 'incoming', consistsOf: [['answered', 'lost']] }],
} as unknown as DescribedReport
const result: ShownResult = {
  name: 'Queues',
  report: 'asterisk.queue',
  columns: ['incoming', 'answered', 'lost'],
  objects: ['support'],
  groups: [],
  grouping: 'object',
  interval: 'date',
  intervalMinutes: 30,
  dates: { from: '2026-11-30', to: '2026-11-30' },
  window: { fromTime: '08:00', toTime: '17:00' },
  parameters: { limit: [20] },
  widget: null,
}

test.group('Dashboards | pinning', () => {
  test('a pinned widget is taken off again, from the draft or from what all see', async ({
    assert,
    client,
  }) => {
    const customer = await madeCustomer({ edition: 'extended' })
    const anna = asker(client, await madeUser(customer, { seesEverything: true }), customer)
    const { body: made } = await anna('POST', BOARDS, { name: 'Support', document })
    const at = `${BOARDS}/${made.id}/widgets`
    const { body: pinned } = await anna('POST', at, { document })
    assert.deepEqual(pinned, { revision: 2, widgets: ['w1'] })
    assert.equal(await codeOf(anna('DELETE', `${at}/no`)), 'E_BOARD_WIDGET')
    assert.equal(await codeOf(anna('DELETE', `${at}/constructor`)), 'E_BOARD_WIDGET')
    await anna('DELETE', `${at}/w1`)
    const { body } = await anna('GET', `${BOARDS}/${made.id}`)
    assert.deepEqual(body.document, document)
  })

  test('a report becomes a table with its own objects, rows and limits', ({ assert }) => {
    const kinds = [kind('report_table', { columns: { least: 1, most: 2 } })]
    const pinned = pinnedDocument(result, { kinds, type, today: '2026-11-30' })
    assert.deepEqual(pinned?.widgets.pinned, {
      kind: 'report_table',
      title: 'Queues',
      data: {
        report: 'asterisk.queue',
        source: 'asterisk',
        objectType: 'queue',
        columns: ['incoming', 'answered'],
        objects: { objects: ['support'] },
        period: { choice: 'today', fromTime: '08:00', toTime: '17:00' },
        grouping: 'object',
        interval: 'date',
        intervalMinutes: 30,
        parameters: { limit: [20] },
      },
    })
  })

  test('a visualisation stays what it is, with what was chosen in it', ({ assert }) => {
    const parts = kind('composite_values', {
      columns: { least: 2, most: 12 },
      needs: 'parts',
      settings: { rows: { label: '', type: 'choice', choices: { total: '', each: '' } } },
    })
    const choices = { column: 'incoming', rows: 'each', other: 'no' }
    const widget = { key: 'composite_values', columns: ['incoming'], choices }
    const pinned = pinnedDocument(
      { ...result, widget },
      { kinds: [parts], type, today: '2026-11-30' }
    )
    assert.deepEqual(pinned?.widgets.pinned?.data?.columns, ['incoming', 'answered', 'lost'])
    assert.deepEqual(pinned?.widgets.pinned?.settings, { rows: 'each' })
    assert.isNull(pinnedDocument({ ...result, widget }, { kinds: [], type, today: '2026-11-30' }))
  })

  test('dates become days told from today, so that what is pinned goes on', ({ assert }) => {
    const of = (from: string, to: string) => periodOfDates({ from, to }, '2026-12-02')
    assert.deepEqual(of('2026-12-02', '2026-12-02'), { choice: 'today' })
    assert.deepEqual(of('2026-12-01', '2026-12-01'), { choice: 'yesterday' })
    assert.deepEqual(of('2026-11-30', '2026-12-02'), { choice: 'weekToToday' })
    assert.deepEqual(of('2026-11-23', '2026-11-29'), { choice: 'previousWeek' })
    assert.deepEqual(of('2026-11-01', '2026-11-30'), { choice: 'previousMonth' })
    assert.deepEqual(of('2026-11-29', '2026-12-01'), { choice: 'lastDaysToYesterday', count: 3 })
    assert.deepEqual(of('2026-10-01', '2026-10-07'), { choice: 'lastDaysToToday', count: 7 })
  })
})
