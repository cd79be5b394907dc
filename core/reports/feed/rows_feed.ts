import type { FeedColumn, FeedPage, FeedTable, Narrowing } from '#core/contracts/feed'
import type { ReportTable } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import { dateOfKey } from '#core/reports/feed/feed_names'
import { readRowPlace, type RowPlace, writeRowPlace } from '#core/reports/feed/feed_place'
import { narrowPeriod } from '#core/reports/feed/narrow_period'
import { rowId } from '#core/reports/feed/row_id'
import { compareValues, rowPredicate } from '#core/reports/feed/row_predicate'
import { valueRows } from '#core/reports/feed/value_rows'
import { makeReport } from '#core/reports/make_report'
import type { ReportSources } from '#core/reports/prepare_report'
import type { ReportQuery } from '#core/reports/report_query'

export interface RowsAsked {
  query: ReportQuery
  sources: ReportSources
  table: FeedTable
  /** Names of the columns of the report that this table is made of. */
  names: readonly string[]
  narrowing: Narrowing
}

/** Of more rows than these all are read at once, as each slice is a question. */
const MOST_FIRST = 5_000
/** Rows that cost little more than fewer. */
const LEAST_FIRST = 200

const NAMING = ['interval', 'group', 'object', 'part']

/**
 * Rows of a report. Means, percents and what is worked out from them exist only once a row is finished,
 * so that is where they are asked; what is kept of rows that are not handed out is their place.
 */
export async function rowsFeed(asked: RowsAsked): Promise<FeedPage> {
  const { narrowing, table } = asked
  const { filter, order, after, skip = 0, limit = Infinity } = narrowing
  const before = after === undefined ? undefined : readRowPlace(after)
  const isPlain = !filter && !order?.length
  const first = (before?.at ?? 0) + skip + limit + 1
  const made = await madeRows(asked, isPlain && first <= MOST_FIRST ? first : undefined)
  const columns = narrowing.columns
    ? narrowing.columns.map((key) => table.columns.find((column) => column.key === key)!)
    : table.columns
  const places = isPlain ? undefined : await matching(made, asked)
  const begin = (places && before ? await placeAfter(made, places, before) : 0) + skip
  const wanted = places?.slice(begin, begin + limit)
  let last: RowPlace | undefined
  let more = places ? begin + limit < places.length : false

  /** The rows behind the first so many, or behind the one with this id. Answers false where there is none. */
  async function* behind(passed: number, id?: string): AsyncGenerator<Row, boolean> {
    let at = 0
    let end = passed
    for await (const row of made()) {
      at += 1
      if (row.id === id) end = at + skip
      if (at <= end) continue
      if (at > end + limit) {
        more = true
        return true
      }
      last = { id: row.id as string, at }
      yield chosen(row, columns)
    }
    return end < Infinity
  }
  async function* plain() {
    if (!before) yield* behind(skip)
    else if (!(yield* behind(Infinity, before.id))) yield* behind(before.at + skip)
  }
  async function* narrowed() {
    let at = begin
    for await (const row of inOrder(made, wanted!)) {
      at += 1
      last = { id: row.id as string, at }
      yield chosen(row, columns)
    }
  }
  return {
    columns,
    rows: { [Symbol.asyncIterator]: () => (places ? narrowed() : plain())[Symbol.asyncIterator]() },
    count: async () => {
      // All of them at once: those of a page may be read in slices.
      const all = places ?? (await matching(await madeRows(asked), asked))
      return all.length
    },
    next: () => (more && last ? writeRowPlace(last) : undefined),
  }
}

type Made = () => AsyncIterable<Row>

/** The report's rows as the table has them; they may be read again and again. */
async function madeRows(
  { query, sources, table, names, narrowing }: RowsAsked,
  first?: number
): Promise<Made> {
  const narrowed = narrowPeriod(query, narrowing.filter)
  if (!narrowed) return async function* () {}
  const document = await makeReport(
    { ...narrowed, columns: names },
    { ...sources, ...(first && { firstRows: Math.max(first, LEAST_FIRST) }) },
    [narrowed.interval]
  )
  const [report] = document.intervals
  return table.name === 'values'
    ? () => valueRows(report, (row) => naming(row, table, query))
    : () => feedRows(report, table, query)
}

async function* feedRows({ rows, columns }: ReportTable, table: FeedTable, query: ReportQuery) {
  const measured = columns.filter(
    ({ key }) => !/^(interval|group|object|part)(Label|Name)?$/.test(key)
  )
  const kinds = new Map(table.columns.map(({ key, type }) => [key, type]))
  const numbers = new Set(
    measured
      .filter(({ key }) => ['whole', 'number'].includes(kinds.get(key)!))
      .map(({ key }) => key)
  )
  for await (const row of rows) {
    const made = naming(row, table, query)
    for (const { key } of measured) {
      made[key] = numbers.has(key) ? numberOf(row[key]!) : row[key]!
    }
    yield made
  }
}

/** Decimals travel as text in reports; feeds say of their columns that they are numbers. */
export const numberOf = (value: Scalar): Scalar => (value === null ? null : Number(value))

/** What says which row it is, in the order of the table's columns. */
function naming(row: Row, { columns }: FeedTable, query: ReportQuery): Row {
  const made: Row = {
    id: rowId(
      row,
      NAMING.filter((key) => key in row)
    ),
  }
  const interval = String(row.interval)
  for (const { key } of columns) {
    if (key === 'date') made.date = dateOfKey(query.interval, interval)
    else if (key === 'clock') made.clock = `${interval}:00`
    else if (/^(interval|group|object|part)(Label|Name)?$/.test(key)) made[key] = row[key] ?? null
  }
  return made
}

/** The places, in order, of the rows that meet the filter. */
async function matching(made: Made, { table, narrowing }: RowsAsked): Promise<number[]> {
  const fits = narrowing.filter ? rowPredicate(table.columns, narrowing.filter) : () => true
  const order = narrowing.order ?? []
  const found: { at: number; values: Scalar[] }[] = []
  let at = 0
  for await (const row of made()) {
    if (fits(row)) found.push({ at, values: order.map(({ column }) => row[column] ?? null) })
    at += 1
  }
  if (order.length > 0) {
    const compares = order.map(({ column, descending }) => {
      const compare = compareValues(table.columns.find(({ key }) => key === column)!.type)
      return descending ? (a: Scalar, b: Scalar) => compare(b, a) : compare
    })
    found.sort((a, b) => {
      for (const [index, compare] of compares.entries()) {
        const difference = compare(a.values[index]!, b.values[index]!)
        if (difference) return difference
      }
      return a.at - b.at
    })
  }
  return found.map((one) => one.at)
}

/** After the last row of the page before; by its number where that row is no more. */
async function placeAfter(made: Made, places: readonly number[], { id, at: fallback }: RowPlace) {
  let at = 0
  for await (const row of made()) {
    const found = row.id === id ? places.indexOf(at) : -1
    if (found >= 0) return found + 1
    at += 1
  }
  return fallback
}

/** The rows at these places. Only those of the page are held. */
async function* inOrder(made: Made, wanted: readonly number[]) {
  const isSorted = wanted.every((at, index) => index === 0 || wanted[index - 1]! < at)
  const kept = new Map<number, Row>()
  const places = new Set(wanted)
  let at = 0
  for await (const row of made()) {
    if (places.has(at)) {
      if (isSorted) yield row
      else kept.set(at, row)
    }
    at += 1
  }
  if (!isSorted) for (const place of wanted) yield kept.get(place)!
}

function chosen(row: Row, columns: readonly FeedColumn[]): Row {
  const made: Row = {}
  for (const { key } of columns) made[key] = row[key] ?? null
  return made
}
