import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import ExcelJS from 'exceljs'
import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import exporter from '../index.js'
import { tableOf } from './made/open_package.js'

const column = (
  key: string,
  label: string,
  unit: ColumnInfo['unit'],
  consistsOf: string[][] = []
) => ({
  key,
  label,
  description: `Beskrivning av ${label}`,
  unit,
  consistsOf,
})

const columns: ColumnInfo[] = [
  { ...column('interval', 'Tid', 'text'), description: '' },
  { ...column('intervalLabel', 'Tid', 'text'), description: '' },
  { ...column('objectName', 'Namn', 'text'), description: '' },
  column('caller', 'Från', 'phone'),
  column('incoming', 'Inkommande', 'count', [['answered', 'abandoned']]),
  column('answered', 'Besvarade', 'count'),
  column('abandoned', 'Ej besvarade', 'count'),
  column('meanAnswerTime', '(M) Svarstid', 'seconds'),
  column('answeredShare', '(%) Besvarade', 'percent'),
]

const row = (interval: string, incoming: number, mean: number | null): Row => ({
  interval,
  intervalLabel: `${interval}–${interval.slice(0, 3)}30`,
  objectName: '=Kö "Åäö"',
  caller: '+46701740605',
  incoming,
  answered: incoming,
  abandoned: 0,
  meanAnswerTime: mean,
  answeredShare: incoming ? 100 : null,
})

const document = (rows: Row[], names = ['Tid', 'Veckodag']): ReportDocument => ({
  title: 'Köer',
  asOf: new Date('2026-01-31T12:00:00Z'),
  zones: ['Europe/Stockholm'],
  locale: 'sv',
  period: { from: '2026-01-01', to: '2026-01-31', description: 'måndag–fredag 08:00–17:00' },
  notes: ['Servicegrad: besvarade inom gränsen av alla'],
  intervals: names.map((name) => ({
    name,
    columns,
    rows: (async function* () {
      yield* rows
    })(),
    count: async () => rows.length,
    total: { incoming: 12, answered: 12, abandoned: 0, meanAnswerTime: 3723, answeredShare: 100 },
  })),
  charts: [],
})

test.group('Excel workbook', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workbook-'))
    return () => rm(folder, { recursive: true })
  })

  const write = async (report: ReportDocument, timeFormat: 'hms' | 'seconds' = 'hms') => {
    const path = join(folder, `${Math.random().toString(36).slice(2)}.xlsx`)
    const { rows } = await exporter.write(report, createWriteStream(path), {
      charts: false,
      columnDescriptions: true,
      timeFormat,
      audience: 'person',
    })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(path)
    return { path, rows, workbook }
  }

  test('has a cover, a sheet for each grouping and the descriptions', async ({ assert }) => {
    const { workbook, rows } = await write(document([row('07:00', 5, 12), row('08:00', 7, null)]))
    assert.deepEqual(
      workbook.worksheets.map((sheet) => sheet.name),
      ['Försättsblad', 'Tid', 'Veckodag', 'Kolumnbeskrivningar']
    )
    assert.equal(rows, 4)
    const cover = workbook.getWorksheet('Försättsblad')
    assert.equal(cover?.getCell('A1').value, 'Köer')
    assert.include(JSON.stringify(cover?.getSheetValues()), 'Servicegrad')
  })

  test('keeps durations as times, shares as percents and phone numbers as they are', async ({
    assert,
  }) => {
    const { workbook } = await write(document([row('07:00', 5, 12)]))
    const sheet = workbook.getWorksheet('Tid')!
    assert.equal(sheet.getCell('C2').value, '+46701740605')
    assert.equal(sheet.getCell('B2').value, '=Kö "Åäö"')
    assert.equal(sheet.getCell('B2').type, ExcelJS.ValueType.String)
    assert.equal(sheet.getCell('D2').value, 5)
    // exceljs reads a cell with a time format back as a moment counted from Excel's first day.
    assert.equal(sheet.getCell('G2').numFmt, '[h]:mm:ss')
    assert.closeTo(
      (sheet.getCell('G2').value as Date).getTime(),
      Date.UTC(1899, 11, 30, 0, 0, 12),
      1
    )
    assert.equal(sheet.getCell('H2').value, 1)
    assert.equal(sheet.getCell('H2').numFmt, '0.0%')
  })

  test('freezes and filters the header, comments on it and keeps the total out of the filter', async ({
    assert,
  }) => {
    const { workbook, path } = await write(document([row('07:00', 5, 12), row('08:00', 7, 3)]))
    const sheet = workbook.getWorksheet('Tid')!
    assert.equal(sheet.views[0].state, 'frozen')
    assert.deepInclude(await tableOf(path, 'Table_1'), { ref: 'A1:H3', filter: 'A1:H3' })
    assert.equal(sheet.getCell('A4').value, 'Totalt')
    assert.equal(sheet.getCell('D4').value, 12)
    assert.include(JSON.stringify(sheet.getCell('D1').note), 'Består av: Besvarade, Ej besvarade')
  })

  test('writes seconds as numbers where the reader wants to calculate with them', async ({
    assert,
  }) => {
    const { workbook } = await write(document([row('07:00', 5, 12.5)]), 'seconds')
    assert.equal(workbook.getWorksheet('Tid')!.getCell('G2').value, 12.5)
  })

  test('gives sheets names that Excel accepts', async ({ assert }) => {
    const long = 'Ett mycket långt namn på en grupp [1/2]'
    const { workbook } = await write(document([row('07:00', 1, 1)], [long, long]))
    const [, first, second] = workbook.worksheets.map((sheet) => sheet.name)
    assert.isAtMost(first.length, 31)
    assert.isAtMost(second.length, 31)
    assert.notEqual(first, second)
    assert.notMatch(first + second, /[[\]/]/)
  })

  test('says in words what columns consist of that are not in the file, each row as high as its text', async ({
    assert,
  }) => {
    const report = document([row('07:00', 5, 12)], ['Tid'])
    const [first] = report.intervals
    const incoming = {
      ...column('incoming', 'Inkommande', 'count', [['answered', 'missed']]),
      description: 'Samtal som kom till kön. '.repeat(9).trim(),
      partLabels: { missed: 'Missade' },
    }
    const { workbook } = await write({ ...report, intervals: [{ ...first, columns: [incoming] }] })
    const line = workbook.getWorksheet('Kolumnbeskrivningar')!.getRow(2)
    assert.equal(line.getCell(3).value, 'answered, Missade')
    // 224 letters in a column of 80: three lines at least.
    assert.isAtLeast(line.height, 45)
  })

  test('is printed on one page across while that can be read, else with what names the rows on each', async ({
    assert,
  }) => {
    const report = document([row('07:00', 5, 12)], ['Tid'])
    const [first] = report.intervals
    const many = Array.from({ length: 30 }, (_, n) => column(`c${n}`, `Kolumn ${n}`, 'count'))
    const wide = { ...report, intervals: [{ ...first, columns: [...columns, ...many] }] }
    const setup = async (one: ReportDocument) => {
      const { workbook } = await write(one)
      return workbook.getWorksheet('Tid')!.pageSetup
    }
    assert.containsSubset(await setup(report), { fitToPage: true, fitToWidth: 1 })
    assert.containsSubset(await setup(wide), {
      fitToPage: false,
      printTitlesColumn: 'A:C',
      printTitlesRow: '1:1',
    })
  })

  test('opens in LibreOffice with the same figures', async ({ assert }) => {
    const { path } = await write(document([row('07:00', 5, 12), row('08:00', 7, 3723)], ['Tid']))
    await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,2',
      '--outdir',
      folder,
      path,
    ])
    const sheet = await readFile(path.replace('.xlsx', '-Tid.csv'), 'utf8')
    const lines = sheet.trim().split('\n')
    assert.include(lines[0], 'Tid;Namn;Från;Inkommande')
    assert.include(lines[2], '+46701740605;7;7;0;1:02:03;100.0%')
    assert.include(lines[3], 'Totalt;')
  })
})
