import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import XLSX from '@e965/xlsx'
import { test } from '@japa/runner'
import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { writeXls } from '../write_xls.js'

const column = (
  key: string,
  label: string,
  unit: ColumnInfo['unit'],
  description = ''
): ColumnInfo => ({ key, label, description, unit, consistsOf: [] })

const row = (index: number): Row => ({
  intervalLabel: `${index}:00`,
  objectName: '=Växel "Ķegums"',
  caller: '+46701740605',
  answered: index,
  mean: index === 3 ? null : 3600 + index,
  share: 81.25,
  at: '2026-01-05T08:00:00+01:00',
})
const report = (rows: number): ReportDocument => ({
  title: 'Köer',
  asOf: new Date('2026-01-31T12:00:00Z'),
  zones: ['Europe/Stockholm'],
  locale: 'sv',
  period: { from: '2026-01-01', to: '2026-01-31', description: '' },
  notes: ['Servicegrad: besvarade inom gränsen'],
  intervals: [
    {
      name: 'Tid',
      columns: [
        column('intervalLabel', 'Tid', 'text'),
        column('objectName', 'Kö', 'text'),
        column('caller', 'Från', 'phone'),
        column('answered', 'Besvarade', 'count', 'Answered calls'),
        column('mean', '(M) Svarstid', 'seconds', 'Tid till svar på anropet'),
        column('share', '(%) Besvarade', 'percent'),
        column('at', 'Senast', 'time'),
      ],
      rows: Object.assign({
        async *[Symbol.asyncIterator]() {
          for (let index = 0; index < rows; index++) yield row(index)
        },
      }),
      count: async () => rows,
      total: { answered: 99, mean: 3723, share: 90 },
    },
  ],
  charts: [{ kind: 'bars', columns: ['answered'] }],
})

test.group('Excel 97–2003', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'xls-'))
    return () => rm(folder, { recursive: true })
  })
  const write = async (document: ReportDocument, rowsOfSheet?: number) => {
    const path = join(folder, `${Math.random().toString(36).slice(2)}.xls`)
    const options = {
      charts: true,
      columnDescriptions: true,
      timeFormat: 'hms',
      audience: 'person',
    } as const
    const { rows } = await writeXls(document, createWriteStream(path), options, rowsOfSheet)
    const content = await readFile(path)
    return { path, rows, content, workbook: XLSX.read(content, { cellNF: true }) }
  }

  test('is a workbook of that time, and says that it holds no charts', async ({ assert }) => {
    const { content, workbook } = await write(report(5))
    assert.equal(content.subarray(0, 4).toString('hex'), 'd0cf11e0')
    assert.deepEqual(workbook.SheetNames, ['Försättsblad', 'Tid', 'Kolumnbeskrivningar'])
    const cover = XLSX.utils.sheet_to_csv(workbook.Sheets['Försättsblad'])
    assert.include(cover, 'inga diagram')
    assert.include(cover, '2026-01-31 13:00 (Europe/Stockholm)')
  })

  test('keeps durations as times, shares as percents, and texts as they are', async ({
    assert,
  }) => {
    const { workbook } = await write(report(5))
    const sheet = workbook.Sheets.Tid
    const cell = (at: string) => sheet[at] as XLSX.CellObject
    assert.deepEqual([cell('B2').v, cell('B2').f], ['=Växel "Ķegums"', undefined])
    assert.equal(cell('C2').v, '+46701740605')
    assert.deepEqual([cell('D3').v, cell('D3').t], [1, 'n'])
    assert.deepEqual([cell('E2').w, cell('F2').w], ['1:00:00', '81.3%'])
    assert.isUndefined(cell('E5'))
    assert.equal(cell('G2').w, '2026-01-05 08:00:00')
    assert.deepEqual([cell('A7').v, cell('D7').v], ['Totalt', 99])
  })

  test('has descriptions as notes where their letters survive, and all of them in a sheet', async ({
    assert,
  }) => {
    const { workbook } = await write(report(5))
    const notes = ['D1', 'E1'].map((at) => (workbook.Sheets.Tid[at] as XLSX.CellObject).c?.[0].t)
    assert.deepEqual(notes, ['Answered calls', undefined])
    const sheet = XLSX.utils.sheet_to_csv(workbook.Sheets.Kolumnbeskrivningar)
    assert.include(sheet, 'Tid till svar på anropet')
  })

  test('goes on in the next sheet where one is full', async ({ assert }) => {
    const { workbook, rows } = await write(report(25), 12)
    assert.equal(rows, 25)
    const lengths = ['Tid', 'Tid (2)', 'Tid (3)'].map(
      (name) => XLSX.utils.sheet_to_json(workbook.Sheets[name]).length
    )
    assert.deepEqual(lengths, [10, 10, 6])
  })

  test('opens in LibreOffice with the same figures', async ({ assert }) => {
    const { path } = await write(report(2))
    await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,2',
      '--outdir',
      folder,
      path,
    ])
    const sheet = await readFile(path.replace('.xls', '-Tid.csv'), 'utf8')
    assert.equal(
      sheet.split('\n')[2],
      '1:00;"=Växel ""Ķegums""";+46701740605;1;1:00:01;81.3%;2026-01-05 08:00:00'
    )
  })
})
