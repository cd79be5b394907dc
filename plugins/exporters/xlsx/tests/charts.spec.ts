import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import XLSX from '@e965/xlsx'
import { test } from '@japa/runner'
import { PNG } from 'pngjs'
import type { ColumnInfo, ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { writeWorkbook } from '../write_workbook.js'
import { openPackage, problemsOf, tableOf, type Package } from './made/open_package.js'

const run = promisify(execFile)

const column = (key: string, label: string, unit: ColumnInfo['unit']): ColumnInfo => ({
  key,
  label,
  description: unit === 'text' ? '' : `Vad ${label} är`,
  unit,
  consistsOf: [],
})
const measured = [
  column('answered', 'Besvarade', 'count'),
  column('abandoned', 'Ej besvarade', 'count'),
  column('never', 'Kö stängd', 'count'),
  column('mean', '(M) Svarstid', 'seconds'),
  column('longest', '(längsta) Svarstid', 'seconds'),
  column('share', '(%) Besvarade', 'percent'),
]
const total = [column('interval', 'Tid', 'text'), column('intervalLabel', 'Tid', 'text')]
const objects = [...total, column('object', 'Nummer', 'phone'), column('objectName', 'Kö', 'text')]

const row = (hour: number, name = "Växel 'Å'"): Row => ({
  interval: `${hour}:00`,
  intervalLabel: `${hour}:00–${hour + 1}:00`,
  object: '+46701740605',
  objectName: name,
  answered: hour * 3,
  abandoned: 20 - hour,
  never: 0,
  mean: hour === 9 ? null : hour * 2.5,
  longest: hour * 10,
  share: hour * 5,
})
const table = (name: string, columns: ColumnInfo[], rows: Row[]): ReportTable => ({
  name,
  columns: [...columns, ...measured],
  rows: Object.assign({
    async *[Symbol.asyncIterator]() {
      yield* rows
    },
  }),
  count: async () => rows.length,
  total: { answered: 99, abandoned: 9, never: 0, mean: 3, longest: 110, share: 90 },
})

const hours = [7, 8, 9, 10, 11]
const report = (intervals: ReportTable[], specification?: ReportTable): ReportDocument => ({
  title: 'Köer',
  asOf: new Date('2026-01-31T12:00:00Z'),
  zones: ['Europe/Stockholm'],
  locale: 'sv',
  period: { from: '2026-01-01', to: '2026-01-31', description: '' },
  notes: [],
  intervals,
  specification,
  charts: [
    { kind: 'stack', columns: ['answered', 'abandoned', 'never'], line: 'mean' },
    { kind: 'lines', columns: ['share'] },
    { kind: 'bars', columns: ['mean', 'longest'] },
  ],
})

test.group('Charts of a workbook', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'charts-'))
    return () => rm(folder, { recursive: true })
  })
  const write = async (document: ReportDocument, rowsOfSheet?: number) => {
    const path = join(folder, `${Math.random().toString(36).slice(2)}.xlsx`)
    const options = {
      charts: true,
      columnDescriptions: true,
      timeFormat: 'hms',
      audience: 'person',
    } as const
    const { rows } = await writeWorkbook(document, createWriteStream(path), options, rowsOfSheet)
    return { path, rows, parts: await openPackage(path) }
  }
  const everyKind = () =>
    report([
      table(
        'Tid',
        total,
        hours.map((hour) => row(hour))
      ),
      table(
        "Kö's [1]",
        objects,
        hours.flatMap((hour) => [row(hour), row(hour, 'Liepāja')])
      ),
    ])

  test('are parts that a reader of the standard finds whole', async ({ assert }) => {
    const { parts } = await write(everyKind())
    assert.deepEqual(problemsOf(parts), [])
    assert.lengthOf(chartsOf(parts), 6)
  })

  test('point at the cells whose values they hold', async ({ assert }) => {
    const { path, parts } = await write(everyKind())
    const workbook = XLSX.read(await readFile(path))
    const pointed = chartsOf(parts).flatMap(referencesOf)
    assert.isAbove(pointed.length, 20)
    for (const { reference, values } of pointed) assert.deepEqual(values, read(workbook, reference))
  })

  test('are stacked bars with a line on an axis of its own, lines, and bars', async ({
    assert,
  }) => {
    const { parts } = await write(report([everyKind().intervals[0]]))
    const [stack, lines, bars] = chartsOf(parts)
    assert.match(stack, /<c:barChart>.*<c:grouping val="stacked"\/>.*<c:overlap val="100"\/>/)
    assert.deepEqual(formats(stack), ['#,##0', '[h]:mm:ss'])
    assert.notInclude(stack, 'Kö stängd')
    assert.notInclude(lines, 'barChart')
    assert.deepEqual(formats(lines), ['0%'])
    assert.match(bars, /<c:grouping val="clustered"\/>/)
    assert.deepEqual(formats(bars), ['[h]:mm:ss'])
  })

  test('are left out where there are too many rows for one, and the cover says so', async ({
    assert,
  }) => {
    const many = Array.from({ length: 2_001 }, (_, index) => row(index % 24))
    const { path, parts } = await write(report([table('Tid', total, many)]))
    assert.lengthOf(chartsOf(parts), 0)
    const workbook = XLSX.read(await readFile(path))
    assert.include(XLSX.utils.sheet_to_csv(workbook.Sheets['Försättsblad']), 'Diagram utelämnas')
  })

  test('are drawn by LibreOffice', async ({ assert }) => {
    const { path } = await write(everyKind())
    const profile = `-env:UserInstallation=file://${folder}/profile`
    await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, path])
    const pdf = path.replace('.xlsx', '.pdf')
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
    assert.match(stdout, /Besvarade.*Ej besvarade.*\(M\) Svarstid/)
    assert.include(stdout, '0:00:30')
    await run('pdftoppm', ['-r', '40', '-png', pdf, join(folder, 'page')])
    const names = await readdir(folder)
    const pages = names.filter((name) => name.startsWith('page'))
    const seen = await Promise.all(pages.map((name) => coloursOf(join(folder, name))))
    for (const colour of ['2f6fb5', 'e98a3a']) {
      assert.isAbove(seen.filter((colours) => (colours.get(colour) ?? 0) > 500).length, 3)
    }
  })

  test('stand beside tables whose headers are those of the sheet', async ({ assert }) => {
    const { path } = await write(everyKind())
    const { headers, ref } = await tableOf(path, 'Table_2')
    const workbook = XLSX.read(await readFile(path))
    assert.equal(ref, 'A1:I11')
    const [first] = XLSX.utils.sheet_to_json<string[]>(workbook.Sheets['Kö’s  1'], { header: 1 })
    assert.deepEqual(headers, first)
  })

  test('a specification that is longer than a sheet goes on in the next', async ({ assert }) => {
    const calls = Array.from({ length: 25 }, (_, index) => row(index))
    const one = table(
      'Tid',
      total,
      hours.map((hour) => row(hour))
    )
    const { path, rows, parts } = await write(
      report([one], { ...table('Samtal', total, calls), total: undefined }),
      11
    )
    assert.equal(rows, 30)
    assert.deepEqual(problemsOf(parts), [])
    const workbook = XLSX.read(await readFile(path))
    const lengths = ['Samtal', 'Samtal (2)', 'Samtal (3)'].map(
      (name) => XLSX.utils.sheet_to_json(workbook.Sheets[name]).length
    )
    assert.deepEqual(lengths, [10, 10, 5])
  })
})

const chartsOf = (parts: Package) =>
  Object.keys(parts)
    .filter((path) => path.startsWith('xl/charts/'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((path) => parts[path])

const formats = (chart: string) =>
  [...chart.matchAll(/<c:valAx>.*?<\/c:valAx>/g)].map(
    ([axis]) => /<c:numFmt formatCode="([^"]+)"/.exec(axis)![1]
  )

/** Every reference of a chart to one column, with what its cache says. */
function referencesOf(chart: string) {
  return [...chart.matchAll(/<c:(?:str|num)Ref>(.*?)<\/c:(?:str|num)Ref>/g)].map(([, xml]) => {
    const values: (string | null)[] = new Array(Number(/ptCount val="(\d+)"/.exec(xml)![1])).fill(
      null
    )
    for (const [, index, value] of xml.matchAll(/<c:pt idx="(\d+)"><c:v>([^<]*)</g)) {
      values[Number(index)] = value
    }
    return { reference: /<c:f>([^<]+)</.exec(xml)![1], values }
  })
}

function read(workbook: XLSX.WorkBook, reference: string) {
  const [, sheet, range] = /^'(.+)'!(.+)$/.exec(reference)!
  const { s: from, e: to } = XLSX.utils.decode_range(range.replaceAll('$', ''))
  return Array.from({ length: to.r - from.r + 1 }, (_, index) => {
    const cell = workbook.Sheets[sheet][XLSX.utils.encode_cell({ r: from.r + index, c: from.c })]
    return cell ? String(cell.v) : null
  })
}

async function coloursOf(path: string) {
  const { data } = PNG.sync.read(await readFile(path))
  const counted = new Map<string, number>()
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.subarray(at, at + 3).toString('hex')
    counted.set(colour, (counted.get(colour) ?? 0) + 1)
  }
  return counted
}
