import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import type { ExportOptions } from '#core/contracts/exporter'
import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import exporter from '../index.js'
import { inertText } from '#core/contracts/exporting/inert_text'

const column = (key: string, label: string, unit: ColumnInfo['unit']): ColumnInfo => ({
  key,
  label,
  description: '',
  unit,
  consistsOf: [],
})

async function write(rows: Row[], locale: string, options: Partial<ExportOptions> = {}) {
  const report: ReportDocument = {
    title: 'Köer',
    asOf: new Date(),
    zones: [],
    locale,
    period: { from: '2026-01-01', to: '2026-01-31', description: '' },
    notes: [],
    intervals: [
      {
        name: 'Tid',
        columns: [
          column('interval', 'Tid', 'text'),
          column('intervalLabel', 'Tid', 'text'),
          column('caller', 'Från', 'phone'),
          column('mean', '(M) Svarstid', 'seconds'),
          column('share', '(%) Besvarade', 'percent'),
          column('last', 'Senast', 'time'),
        ],
        rows: (async function* () {
          yield* rows
        })(),
        count: async () => rows.length,
        total: { mean: 3723, share: 50 },
      },
    ],
    charts: [],
  }
  const out = new PassThrough()
  const written = exporter.write(report, out, {
    charts: false,
    columnDescriptions: false,
    timeFormat: 'hms',
    audience: 'person',
    ...options,
  })
  const content = await buffer(out)
  const { rows: count } = await written
  return { content: content.toString('utf8'), rows: count }
}

const row = (caller: string | null): Row => ({
  interval: '07:00',
  intervalLabel: '07:00–07:30',
  caller,
  mean: 12.25,
  share: 33.333333333333336,
  last: '2026-01-31T16:59:30+01:00',
})

test.group('CSV file', () => {
  test('is what a Swedish spreadsheet expects', async ({ assert }) => {
    const { content, rows } = await write([row('+46701740605')], 'sv')
    assert.equal(
      content,
      '\uFEFFTid;Från;(M) Svarstid;(%) Besvarade;Senast\r\n' +
        '07:00–07:30;+46701740605;00:00:12;33,333333;2026-01-31 16:59:30\r\n' +
        '\r\n' +
        'Totalt;;01:02:03;50;\r\n'
    )
    assert.equal(rows, 1)
  })

  test('is plain and the same in every language for machines', async ({ assert }) => {
    const { content } = await write([row('+46701740605')], 'sv', { audience: 'machine' })
    assert.equal(
      content,
      'interval,intervalLabel,caller,mean,share,last,lastUtc\r\n' +
        '07:00,07:00–07:30,+46701740605,12.25,33.333333,2026-01-31T16:59:30+01:00,2026-01-31T15:59:30Z\r\n'
    )
  })

  test('leaves every phone number as it is', ({ assert }) => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ()-]{1,20}$/), (number) => {
        assert.equal(inertText(number), number)
      })
    )
    assert.equal(inertText('-5'), '-5')
  })

  for (const payload of [
    "=cmd|' /C calc'!A0",
    '+cmd|x',
    '-2+3+cmd|x',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '  =1+1',
    '"=1+1',
    '\uFF1DHYPERLINK("http://x")',
  ]) {
    test(`makes ${JSON.stringify(payload)} harmless`, async ({ assert }) => {
      const { content } = await write([row(payload)], 'en')
      const [, cells] = parse(content, { bom: true, skip_empty_lines: true }) as string[][]
      assert.equal(cells[1], `'${payload}`)
    })
  }
})
