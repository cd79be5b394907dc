import { execFile } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import type { FeedColumn } from '#core/contracts/feed'
import type { ColumnInfo, IntervalKind, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { tableHtml } from '#plugins/connectors/excel/table_html'
import xls from '#plugins/exporters/xls/index'
import xlsx from '#plugins/exporters/xlsx/index'

const isHere = (process.env.PATH ?? '')
  .split(':')
  .some((folder) => existsSync(join(folder, 'soffice')))

/** Cells as they are shown, texts in quotes: what has none is a number, a date or a time. */
const QUOTED_TEXTS = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,true,true,false,false'

const column = (key: string, unit: ColumnInfo['unit'], interval?: IntervalKind): ColumnInfo => ({
  ...{
    key,
    label: key === 'intervalLabel' ? 'interval' : key,
    description: '',
    unit,
    consistsOf: [],
  },
  ...(interval && { interval }),
})

const table = (name: string, interval: IntervalKind, labels: readonly [string, string][]) => {
  const rows = labels.map(([key, label], place): Row => ({
    ...{ interval: key, intervalLabel: label, object: '0701', objectName: '007' },
    answered: place + 1,
  }))
  return {
    name,
    columns: [
      column('interval', 'text', interval),
      column('intervalLabel', 'text', interval),
      column('objectName', 'text'),
      column('answered', 'count'),
    ],
    rows: {
      [Symbol.asyncIterator]: async function* () {
        yield* rows
      },
    },
    count: () => Promise.resolve(rows.length),
    total: { answered: 99 },
  }
}

const report = (): ReportDocument => ({
  title: 'Köer',
  asOf: new Date('2026-01-31T12:00:00Z'),
  zones: ['Europe/Stockholm'],
  locale: 'sv',
  period: { from: '2026-01-01', to: '2026-01-31', description: '' },
  notes: [],
  intervals: [
    table('Dag', 'date', [
      ['2026-01-05', '2026-01-05'],
      ['2026-10-25', '2026-10-25'],
    ]),
    table('Månad', 'yearMonth', [
      ['2026-01', 'Januari 2026'],
      ['2026-02', 'Februari 2026'],
    ]),
    table('År', 'year', [
      ['2025', '2025'],
      ['2026', '2026'],
    ]),
    table('Tid', 'timeOfDay', [
      ['07:00', '07:00–07:30'],
      ['23:30', '23:30–24:00'],
    ]),
    table('Slut', 'timeOfDay', [
      ['07:00', '07:30'],
      ['23:30', '24:00'],
    ]),
    table('Veckodag', 'weekday', [
      ['1', 'Måndag'],
      ['2', 'Tisdag'],
    ]),
  ],
  specification: {
    name: 'Samtal',
    columns: [column('at', 'time'), column('caller', 'phone'), column('code', 'text')],
    rows: {
      [Symbol.asyncIterator]: async function* () {
        yield { at: '2026-01-05T08:00:00+01:00', caller: '0701740605', code: '007' }
        yield { at: '2026-10-25T02:30:15.250+01:00', caller: '+46701740605', code: '=1+1' }
      },
    },
    count: () => Promise.resolve(2),
  },
  charts: [],
})

/** Each sheet's lines as LibreOffice shows them, by its name. */
const shown: Record<string, string[]> = {
  Dag: ['2026-01-05;"007";1', '2026-10-25;"007";2', '"Totalt";;99'],
  Månad: ['januari 2026;"007";1', 'februari 2026;"007";2', '"Totalt";;99'],
  År: ['2025;"007";1', '2026;"007";2', '"Totalt";;99'],
  Tid: ['07:00–07:30;"007";1', '23:30–24:00;"007";2', '"Totalt";;99'],
  Slut: ['07:30;"007";1', '24:00;"007";2', '"Totalt";;99'],
  Veckodag: ['"Måndag";"007";1', '"Tisdag";"007";2', '"Totalt";;99'],
  Samtal: ['2026-01-05 08:00:00;"0701740605";"007"', '2026-10-25 02:30:15;"+46701740605";"=1+1"'],
}

test.group('Spreadsheets as LibreOffice opens them', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spreadsheets-'))
    return () => rm(folder, { recursive: true })
  })

  const convert = (wanted: string, ...rest: string[]) =>
    promisify(execFile)('soffice', [
      ...['--headless', `-env:UserInstallation=file://${folder}/profile`],
      ...['--convert-to', wanted, '--outdir', folder, ...rest],
    ])
  const linesOf = async (name: string) => {
    const text = await readFile(join(folder, name), 'utf8')
    return text.trim().split('\n').slice(1)
  }

  test('workbooks hold dates, months, years, times of day and moments as what they are, and texts as texts', async ({
    assert,
  }) => {
    const options = {
      charts: false,
      columnDescriptions: false,
      timeFormat: 'hms',
      audience: 'person',
    } as const
    const books = await Promise.all(
      [xls, xlsx].map(async (exporter) => {
        const path = join(folder, `${exporter.key}_book.${exporter.extension}`)
        await exporter.write(report(), createWriteStream(path), options)
        return path
      })
    )
    await convert(`${QUOTED_TEXTS},-1`, ...books)
    for (const book of ['xls_book', 'xlsx_book']) {
      for (const [sheet, lines] of Object.entries(shown)) {
        assert.deepEqual(await linesOf(`${book}-${sheet}.csv`), lines, `${book} ${sheet}`)
      }
    }
  })
    .skip(!isHere, 'soffice is not on this machine')
    .timeout(300_000)

  test('the table of the Excel connector has moments, dates and times, and keeps leading zeros', async ({
    assert,
  }) => {
    const columns = (
      [
        ['start', 'moment'],
        ['day', 'date'],
        ['clock', 'clock'],
        ['number', 'text'],
        ['answered', 'whole'],
      ] as const
    ).map(([key, type]) => ({ key, label: key, type }) as unknown as FeedColumn)
    const rows = {
      [Symbol.asyncIterator]: async function* () {
        yield {
          ...{ start: '2026-01-05T08:00:00+01:00', day: '2026-01-05', clock: '07:30:00' },
          ...{ number: '0701740605', answered: 7 },
        }
      },
    }
    const page = { columns, rows, count: () => Promise.resolve(1), next: () => undefined }
    let html = ''
    for await (const part of tableHtml('Köer', 'sv', page)) html += part
    const file = join(folder, 'table.html')
    await writeFile(file, html)
    await convert(QUOTED_TEXTS, '--infilter=HTML (StarCalc)', file)
    assert.deepEqual(await linesOf('table.csv'), [
      '2026-01-05 08:00:00;2026-01-05;07:30;"0701740605";7',
    ])
  })
    .skip(!isHere, 'soffice is not on this machine')
    .timeout(300_000)
})
