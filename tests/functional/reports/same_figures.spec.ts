import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import XLSX from '@e965/xlsx'
import { test } from '@japa/runner'
import { parse } from 'csv-parse/sync'
import type { Row, Scalar } from '#core/contracts/scalar'
import { jobFilePath } from '#core/jobs/job_files'
import { jobIn, withWorker } from '#tests/made/jobs'
import type { ReportDocument, ReportRequest } from '../../../frontend/api/report.js'
import { compareReports } from '../../../frontend/reports/compare_reports.js'
import { madeCustomer } from '#tests/made/customer'
import { collectedLog } from '#tests/made/queue_log'
import { randomLog } from '#tests/made/random_log'
import { madeTicket } from '#tests/made/ticket'
import { madeUser } from '#tests/made/user'

interface Answer {
  columns: { key: string; label: string; unit: string }[]
  total: Row
  rows: Row[]
  next: string | null
}

/** A table of a file: its rows by the labels of its header, and its total apart. */
interface Read {
  rows: Record<string, Scalar>[]
  total?: Record<string, Scalar>
}

const QUERY = {
  report: 'asterisk.queue',
  period: { from: '2026-01-05', to: '2026-01-07' },
  interval: 'date',
  grouping: 'object',
}
const ORDER = ['intervalLabel', 'objectName', 'object']

async function asked() {
  const customer = await madeCustomer({ plugins: ['asterisk'] })
  await collectedLog(customer, randomLog(400))
  const user = await madeUser(customer, { seesEverything: true, callSpecification: true })
  const { headers } = await madeTicket(user, customer)
  return async (path: string, body: object) => {
    const address = path.startsWith('/') ? path : `/api/report/v1/${path}`
    const response = await fetch(`http://127.0.0.1:${process.env.PORT}${address}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'accept-language': 'sv' },
      body: JSON.stringify(body),
    })
    if (!response.ok) throw new Error(await response.text())
    return response
  }
}

test.group('The same report', (group) => {
  withWorker(group)
  let ask: Awaited<ReturnType<typeof asked>>
  let screen: Answer
  group.setup(async () => {
    ask = await asked()
    const response = await ask('generate', QUERY)
    screen = (await response.json()) as Answer
  })
  const file = async (format: string, more: object = {}) => {
    const response = await ask('export', { ...QUERY, format, ...more })
    return Buffer.from(await response.arrayBuffer())
  }

  /** Row by row and column by column; `near` says how exactly the format writes a unit. */
  const differences = (read: Read, near: Record<string, number>, shown: Answer = screen) => {
    const lines: [string, Row, Record<string, Scalar> | undefined][] = [
      ...shown.rows.map((row, at): [string, Row, Record<string, Scalar>] => [
        `${row.interval} ${row.objectName}`,
        row,
        read.rows[at],
      ]),
      ['total', shown.total, read.total],
    ]
    const found = lines.flatMap(([name, row, written]) =>
      shown.columns.flatMap(({ key, label, unit }) => {
        const value = written?.[label] ?? null
        const wanted = row[key] ?? null
        if (wanted === null || value === null) {
          return wanted === value ? [] : [`${name}, ${label}: ${wanted} and ${value}`]
        }
        const apart = Math.abs(Number(wanted) - Number(value))
        return apart <= (near[unit] ?? 1e-6) ? [] : [`${name}, ${label}: ${wanted} and ${value}`]
      })
    )
    return read.rows.length === shown.rows.length
      ? found
      : [`${shown.rows.length} rows and ${read.rows.length}`, ...found]
  }

  test('has rows of every kind of outcome', ({ assert }) => {
    assert.isAbove(screen.rows.length, 8)
    assert.isAbove(screen.columns.length, 30)
    assert.isAbove(Number(screen.total.answered), 50)
    assert.isAbove(Number(screen.total.abandoned), 20)
  })

  for (const format of ['xlsx', 'xls']) {
    test(`has the same figures on screen and as ${format}`, async ({ assert }) => {
      const workbook = XLSX.read(await file(format), { cellDates: false })
      assert.deepEqual(differences(readSheet(workbook, 'Datum', screen), {}), [])
    })
  }

  test('has the same figures on screen and as csv', async ({ assert }) => {
    const read = readLines(await file('csv', { timeFormat: 'seconds' }))
    assert.deepEqual(differences(read, {}), [])
  })

  test('has the same figures on screen and as pdf', async ({ assert, cleanup }) => {
    const folder = await mkdtemp(join(tmpdir(), 'same-'))
    cleanup(() => rm(folder, { recursive: true }))
    const path = join(folder, 'report.pdf')
    await writeFile(path, await file('pdf', { timeFormat: 'seconds' }))
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path, '-'])
    const read = readPages(stdout, screen)
    const near = { seconds: 0.051, percent: 0.051, number: 0.0051 }
    assert.deepEqual(differences(read, near), [])
  })

  test('has the same comparison on screen, in workbooks and as csv', async ({ assert }) => {
    const period = { from: '2026-01-06', to: '2026-01-08' }
    const [a, b] = await Promise.all(
      [QUERY, { ...QUERY, period }].map(async (body) => {
        const response = await ask('generate', body)
        const answer = (await response.json()) as ReportDocument
        const request = { ...body, period: { ...body.period, weekdays: [1, 2, 3, 4, 5, 6, 7] } }
        return { request: request as unknown as ReportRequest, answer }
      })
    )
    const words = { a: 'A', b: 'B', difference: 'A − B', points: 'A − B (p.e.)', change: 'Ändring' }
    const { document } = compareReports(a, b, false, {
      ...words,
      ...{ onlyA: 'bara i A', onlyB: 'bara i B', describe: () => '' },
    })
    const shown = { ...document, next: null } as unknown as Answer
    // Files write a difference of durations as seconds: no spreadsheet shows less than no time.
    const columns = shown.columns.map((column) =>
      column.key.endsWith('__difference') && column.unit === 'seconds'
        ? { ...column, label: `${column.label} (s)`, unit: 'number' }
        : column
    )
    assert.isTrue(columns.some(({ label }) => label.endsWith('A − B (s)')))
    const compared = { ...shown, columns }
    for (const format of ['xlsx', 'xls', 'csv']) {
      const timeFormat = format === 'csv' ? 'seconds' : 'hms'
      const body = { ...QUERY, format, timeFormat, comparedWith: { period } }
      const started = await ask('/api/jobs/v1/exports', body)
      const { job } = (await started.json()) as { job: { id: string } }
      const made = await jobIn(job.id, 'done', 'failed')
      const content = await readFile(jobFilePath(made.filePath ?? ''))
      const read =
        format === 'csv' ? readLines(content) : readSheet(XLSX.read(content), 'Datum', compared)
      assert.deepEqual(differences(read, {}, compared), [], format)
    }
  })

  test('has the same calls over the API and in workbooks', async ({ assert }) => {
    const calls: Row[] = []
    let cursor: string | null | undefined
    let columns: Answer['columns'] = []
    do {
      const response = await ask('specification', {
        ...QUERY,
        limit: 150,
        ...(cursor && { cursor }),
      })
      const page = (await response.json()) as Answer
      columns = page.columns
      calls.push(...page.rows)
      cursor = page.next
    } while (cursor)
    assert.equal(calls.length, 400)
    const label = (key: string) => columns.find((column) => column.key === key)!.label
    const wanted = calls.reverse().map((call) => [call.caller ?? null, call.queueName, call.wait])
    for (const format of ['xlsx', 'xls']) {
      const workbook = XLSX.read(await file(format, { specification: true }))
      const { rows } = readSheet(workbook, 'Samtalsspecifikation', { columns })
      const written = rows.map((row) => [
        row[label('caller')] ?? null,
        row[label('queueName')],
        row[label('wait')],
      ])
      assert.equal(JSON.stringify(written), JSON.stringify(wanted))
    }
  })
})

/** A CSV as figures: the total stands before the rows. */
function readLines(content: Buffer): Read {
  const options = { bom: true, delimiter: ';', skip_empty_lines: true }
  const [header, ...rows] = parse(content, options) as string[][]
  const total = rows.pop()!
  const read = (cells: string[]) =>
    Object.fromEntries(
      header.map((label, at) => [label, cells[at] === '' ? null : cells[at].replace(',', '.')])
    )
  return { rows: rows.map(read), total: read(total) }
}

/** A sheet as figures of the report: its days are seconds, its shares percents. */
function readSheet(
  workbook: XLSX.WorkBook,
  name: string,
  { columns }: Pick<Answer, 'columns'>
): Read {
  const [header, ...lines] = XLSX.utils.sheet_to_json<(string | number | undefined)[]>(
    workbook.Sheets[name],
    { header: 1, raw: true }
  )
  const times = { seconds: 86_400, percent: 100 } as Record<string, number>
  const read = (cells: (string | number | undefined)[]) =>
    Object.fromEntries(
      header.map((label, at) => {
        const unit = columns.find((column) => column.label === label)?.unit ?? 'text'
        const value = cells[at]
        if (typeof value !== 'number') return [label, value ?? null]
        return [label, Math.round(value * (times[unit] ?? 1) * 1e6) / 1e6]
      })
    )
  const last = lines[lines.length - 1]
  return last[0] === 'Totalt'
    ? { rows: lines.slice(0, -1).map(read), total: read(last) }
    : { rows: lines.map(read) }
}

/** The tables of a PDF: a row is divided between as many lines as its columns are between tables. */
function readPages(text: string, screen: Answer): Read {
  const lines = text.split('\n')
  const read = (names: readonly string[]) => {
    const pattern = names
      .join(' ')
      .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll(/\s+/g, '\\s+')
    const begins = new RegExp(`^\\s*${pattern}\\s+`)
    const cells = lines
      .filter((line) => begins.test(line))
      .flatMap((line) =>
        line
          .replace(begins, '')
          .trim()
          .split(/\s{2,}/)
      )
    return Object.fromEntries(
      screen.columns.map(({ label }, at) => {
        const cell = cells[at]?.replaceAll(/[\s%]/g, '').replace(',', '.')
        return [label, cell === undefined || cell === '–' ? null : cell]
      })
    )
  }
  return {
    rows: screen.rows.map((row) => read(ORDER.map((key) => String(row[key])))),
    total: read(['Totalt', '–', '–']),
  }
}
