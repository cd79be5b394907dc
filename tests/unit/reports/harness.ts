import { DateTime } from 'luxon'
import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { factStore } from '#core/facts/store'
import { writeEventFacts } from '#core/facts/write_event_facts'
import { reportWords } from '#core/reports/document/report_words'
import { makeReport } from '#core/reports/make_report'
import { KnownObjects } from '#core/reports/objects/known_objects'
import type { ReportSources } from '#core/reports/prepare_report'
import { subjectTypes } from '#core/reports/subject_types'
import { reportTypes, source } from './declared.js'
import { reference, type ReferenceReport } from './reference.js'
import type { Asked, World } from './world.js'

/** Customers of one run: each world is another one's, in the same tables. */
let customers = 1000

export const customer = {
  zone: 'Europe/Stockholm',
  serviceLevel: 'withForwarded',
  shortAbandonSeconds: 10,
} as const

/** The customer of a world, closed on some of its days. */
export const customerOf = ({ from }: World) => ({
  ...customer,
  holidays: [2, 3, 6].map((days) => ({
    date: DateTime.fromISO(from, { zone: 'utc' }).plus({ days }).toISODate()!,
    name: 'Closed',
  })),
  openingHours: {
    1: [{ from: '08:00', to: '17:00' }],
    2: [
      { from: '13:10', to: '18:00' },
      { from: '08:00', to: '12:00' },
    ],
    3: [{ from: '00:00', to: '24:00' }],
    5: [{ from: '08:00', to: '17:00' }],
    7: [{ from: '01:30', to: '02:30' }],
  },
})

/** Keeps a world's events as collection would, and the same of a stranger and of a point that is nobody's. */
export async function keep(world: World): Promise<number> {
  const customerId = (customers += 2)
  const store = await factStore()
  for (const schema of source.events) {
    for (const point of [1, 2, 3]) {
      const events = world.events
        .filter((one) => one.event === schema.key && one.point === point)
        .map(({ event, key, at, fields }) => ({ event, key, at, fields }))
      if (events.length === 0) continue
      const zone = world.zones[point === 2 ? 1 : 0]
      const facts = { pointId: point, zone, source: source.key, schema, events }
      await writeEventFacts(store, { ...facts, customerId })
      if (point === 1) await writeEventFacts(store, { ...facts, customerId: customerId + 1 })
    }
  }
  return customerId
}

export async function sources(
  world: World,
  asked: Asked,
  customerId: number
): Promise<ReportSources> {
  const type = reportTypes.find(({ key }) => key === asked.query.report)!
  return {
    source,
    type,
    reader: {
      customerId,
      userId: 1,
      role: 'user',
      objectIds: asked.allowed,
      callSpecification: true,
      personalFields: asked.personalFields,
    },
    objects: new KnownObjects(world.objects, subjectTypes(type)),
    points: [1, 2, 3].map((id) => ({
      id,
      zone: world.zones[id === 2 ? 1 : 0],
      lastCollectedAt: world.asOf,
    })),
    customer: customerOf(world),
    words: reportWords(source, asked.query.locale),
    store: await factStore(),
    now: world.asOf,
  }
}

/** @param sliceCells of a table that is read in slices, as a large one is */
export async function product(
  world: World,
  asked: Asked,
  customerId: number,
  sliceCells?: number
): Promise<ReportDocument> {
  const from = { ...(await sources(world, asked, customerId)), sliceCells }
  return makeReport(asked.query, from, [asked.query.interval])
}

/** The table of the report's own interval grouping. */
export async function tableOf(
  world: World,
  asked: Asked,
  customerId: number
): Promise<ReportTable> {
  const { intervals } = await product(world, asked, customerId)
  return intervals[0]
}

export const expected = (
  world: World,
  { query, allowed, personalFields }: Asked
): ReferenceReport =>
  reference({
    type: reportTypes.find(({ key }) => key === query.report)!,
    query,
    events: world.events,
    objects: world.objects,
    allowed,
    personalFields,
    customer: customerOf(world),
    asOf: world.asOf,
  })

const naming = ['interval', 'group', 'object', 'part']
const nameOf = (row: Row) => JSON.stringify(naming.map((key) => row[key]))

/** The first difference between a report and what it should be, in a sentence; undefined where there is none. */
export async function difference(
  document: ReportDocument,
  right: ReferenceReport
): Promise<string | undefined> {
  const [table] = document.intervals
  const rows = await Array.fromAsync(table.rows)
  const columns = table.columns
    .map(({ key }) => key)
    .filter((key) => !/^(interval|group|object|part)(Label|Name)?$/.test(key))
  if (sorted(columns) !== sorted(right.columns)) {
    return `columns ${sorted(columns)} instead of ${sorted(right.columns)}`
  }
  const total = unlike(table.total!, right.total, columns)
  if (total) return `total: ${total}`
  if ((await table.count()) !== rows.length) return 'another count than rows'
  const names = rows.map(nameOf)
  const wanted = new Map(right.rows.map((row) => [nameOf(row), row]))
  const missing = [...wanted.keys()].filter((name) => !names.includes(name))
  const extra = names.filter((name) => !wanted.has(name))
  if (missing.length || extra.length || names.length !== wanted.size) {
    return `rows: missing ${missing.slice(0, 3)}, extra ${extra.slice(0, 3)}, ${names.length} of ${wanted.size}`
  }
  for (const row of rows) {
    const text = unlike(row, wanted.get(nameOf(row))!, columns)
    if (text) return `row ${nameOf(row)}: ${text}`
  }
  const order = (some: readonly Row[]) =>
    some
      .map((row) => JSON.stringify([row.interval, row.group, row.object]))
      .filter((name, index, all) => name !== all[index - 1])
  if (order(rows).join(' ') !== order(right.rows).join(' ')) {
    return `order ${order(rows).join(' ')} instead of ${order(right.rows).join(' ')}`
  }
}

const sorted = (keys: readonly string[]) => [...keys].sort().join(', ')

function unlike(row: Row, right: Row, columns: readonly string[]): string | undefined {
  const key = columns.find((column) => !same(row[column], right[column]))
  return key && `${key} is ${JSON.stringify(row[key])}, not ${JSON.stringify(right[key])}`
}

function same(a: Row[string], b: Row[string]) {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}
