import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { PNG } from 'pngjs'
import type { ColumnInfo, ReportDocument } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import exporter from '../index.js'

const run = promisify(execFile)

const column = (key: string, label: string, unit: ColumnInfo['unit']): ColumnInfo => ({
  key,
  label,
  description: unit === 'text' ? '' : `Vad ${label} är`,
  unit,
  consistsOf: key === 'incoming' ? [['answered', 'abandoned']] : [],
})
const naming = [
  column('interval', 'Tid', 'text'),
  column('intervalLabel', 'Tid', 'text'),
  column('objectName', 'Kö', 'text'),
]
const measured = [
  column('incoming', 'Inkommande', 'count'),
  column('answered', 'Besvarade', 'count'),
  column('abandoned', 'Ej besvarade', 'count'),
  column('mean', '(M) Svarstid', 'seconds'),
  column('share', '(%) Besvarade', 'percent'),
]
const row = (hour: number): Row => ({
  interval: `${hour}:00`,
  intervalLabel: `${hour}:00–${hour + 1}:00`,
  objectName: ['Växel Åmål', 'Jõgeva', 'Ķegums šķērsiela'][hour % 3],
  incoming: 1200 + hour,
  answered: 1200,
  abandoned: hour,
  mean: hour === 9 ? null : 3600 + hour,
  share: 81.25,
})
const report = (rows: Row[], columns = measured): ReportDocument => ({
  title: 'Köer & växlar',
  asOf: new Date('2026-01-31T12:00:00Z'),
  zones: ['Europe/Stockholm'],
  locale: 'sv',
  period: { from: '2026-01-01', to: '2026-01-31', description: 'måndag–fredag 08:00–17:00' },
  notes: ['Servicegrad: besvarade inom gränsen, av alla besvarade'],
  intervals: [
    {
      name: 'Tid',
      columns: [...naming, ...columns],
      rows: Object.assign({
        async *[Symbol.asyncIterator]() {
          yield* rows
        },
      }),
      count: async () => rows.length,
      total: { incoming: 9999, answered: 9000, abandoned: 999, mean: 3723, share: 90 },
    },
  ],
  charts: [{ kind: 'stack', columns: ['answered', 'abandoned'], line: 'mean' }],
})

test.group('PDF', (group) => {
  let folder: string
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pdf-'))
    return () => rm(folder, { recursive: true })
  })
  const write = async (document: ReportDocument, charts = true) => {
    const path = join(folder, `${Math.random().toString(36).slice(2)}.pdf`)
    const { rows } = await exporter.write(document, createWriteStream(path), {
      charts,
      columnDescriptions: true,
      timeFormat: 'hms',
      audience: 'person',
    })
    const { stdout } = await run('pdftotext', ['-layout', path, '-'])
    return { path, rows, text: stdout, pages: stdout.split('\f').slice(0, -1) }
  }
  const hours = [7, 8, 9, 10, 11].map(row)

  test('says what was measured, when, where and by which rules', async ({ assert }) => {
    const { text } = await write(report(hours))
    for (const said of [
      'Köer & växlar',
      '2026-01-01 – 2026-01-31, måndag–fredag 08:00–17:00',
      'Europe/Stockholm',
      '2026-01-31 13:00',
      'Servicegrad: besvarade inom gränsen, av alla besvarade',
    ]) {
      assert.include(text, said)
    }
  })

  test('has the rows with names in every language, and the total', async ({ assert }) => {
    const { text, rows } = await write(report(hours))
    assert.equal(rows, 5)
    const lines = text.split('\n').map((line) => line.trim().replaceAll(/\s+/g, ' '))
    assert.include(lines, '8:00–9:00 Ķegums šķērsiela 1 208 1 200 8 01:00:08 81,3 %')
    assert.include(lines, '9:00–10:00 Växel Åmål 1 209 1 200 9 – 81,3 %')
    assert.include(lines, 'Totalt – 9 999 9 000 999 01:02:03 90,0 %')
  })

  test('ends in what the columns mean, and numbers its pages', async ({ assert }) => {
    const { pages } = await write(report(hours))
    assert.match(pages[pages.length - 1], /Vad Inkommande är\s+Består av: Besvarade, Ej besvarade/)
    pages.forEach((page, index) =>
      assert.match(page, new RegExp(`${index + 1} ?/ ?${pages.length}`))
    )
  })

  test('draws the charts in the colours of the page', async ({ assert }) => {
    const { path } = await write(report(hours))
    await run('pdftoppm', ['-r', '40', '-f', '1', '-l', '1', '-png', path, join(folder, 'drawn')])
    const picture = PNG.sync.read(await readFile(join(folder, 'drawn-1.png')))
    const blue = Buffer.from('2f6fb5', 'hex')
    let drawn = 0
    for (let at = 0; at < picture.data.length; at += 4) {
      if (blue.equals(picture.data.subarray(at, at + 3))) drawn++
    }
    assert.isAbove(drawn, 1_000)
  })

  test('repeats the header on every page', async ({ assert }) => {
    const { pages, rows } = await write(
      report(Array.from({ length: 150 }, (_, at) => row(at % 24)))
    )
    assert.equal(rows, 150)
    const withRows = pages.filter((page) => page.includes(':00–'))
    assert.isAbove(withRows.length, 3)
    for (const page of withRows) assert.match(page, /Inkommande\s+Besvarade/)
  })

  test('divides wide tables, and each part says whose rows they are', async ({ assert }) => {
    const many = Array.from({ length: 30 }, (_, at) => column(`c${at}`, `Kolumn ${at}`, 'count'))
    const rows = hours.map((one) =>
      Object.assign(one, Object.fromEntries(many.map(({ key }, at) => [key, at * 1000])))
    )
    const { text } = await write(report(rows, many), false)
    const lines = text.split('\n').filter((line) => line.includes('7:00–8:00'))
    assert.isAbove(lines.length, 1)
    for (const line of lines) assert.include(line, 'Jõgeva')
    const values = lines.flatMap((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .slice(2)
    )
    assert.deepEqual(
      values.map((value) => value.replaceAll(/\s/g, '')),
      many.map((_, at) => String(at * 1000))
    )
  })
})
