import type { ReportDocument, ReportRequest, ReportRow, Value } from '../api/report.js'
import type { ReportColumn } from '../api/report_type.js'
import { BESIDE, rowKeys } from '../specification/figure_address.js'
import { intervalPlaces } from './align_intervals.js'

/** What is told of a column. */
type What = 'a' | 'b' | 'difference' | 'change'

/** What is said about a comparison, in the reader's language. */
export interface ComparisonWords {
  a: string
  b: string
  difference: string
  points: string
  change: string
  /** Of a row that the other side has not. */
  onlyA: string
  onlyB: string
  describe: (what: What | 'points', column: string) => string
}

/** Columns that stand under one heading. */
export interface ColumnBand {
  key: string
  label: string
  span: number
}

export interface ComparedReports {
  document: ReportDocument
  bands: ColumnBand[]
}

interface Reported {
  request: ReportRequest
  answer: ReportDocument
}

const measured = new Set(['count', 'number', 'percent', 'seconds'])
const under = (key: string, what: What) => `${key}__${what}`

/**
 * Two reports of one type, laid beside each other: a row for each place in the periods and each group,
 * object and part, with A, B, A − B, and what that is in percent of B.
 *
 * @param apart whether the two are about different objects, so that rows are told by their interval alone
 */
export function compareReports(
  a: Reported,
  b: Reported,
  apart: boolean,
  words: ComparisonWords
): ComparedReports {
  const columns = unionOf(a.answer.columns, b.answer.columns)
  const parts = columns.map((column) => ({ column, shown: shownOf(column, words) }))
  const rows = pairs(a, b, apart).map(([left, right]) => ({
    ...named(left, right, words),
    ...measures(columns, left, right),
  }))
  return {
    bands: parts.map(({ column: { key, label }, shown }) => ({ key, label, span: shown.length })),
    document: {
      ...a.answer,
      columns: parts.flatMap(({ shown }) => shown),
      rows,
      total: measures(columns, a.answer.total ?? undefined, b.answer.total ?? undefined),
      charts: columns
        .filter(({ unit }) => measured.has(unit))
        .map(({ key, label }) => ({
          label,
          kind: 'bars' as const,
          columns: [under(key, 'a'), under(key, 'b')],
        })),
    },
  }
}

function unionOf(a: readonly ReportColumn[], b: readonly ReportColumn[]) {
  const known = new Set(a.map(({ key }) => key))
  return [...a, ...b.filter(({ key }) => !known.has(key))]
}

function shownOf(column: ReportColumn, words: ComparisonWords): ReportColumn[] {
  const sub = (what: What, unit = column.unit, word: What | 'points' = what): ReportColumn => ({
    key: under(column.key, what),
    label: `${column.label} · ${words[word]}`,
    short: words[word],
    description: words.describe(word, column.label),
    unit,
    consistsOf: [],
    signed: what === 'difference' || what === 'change',
  })
  const sides = (['a', 'b'] as const).map((side) => ({
    ...sub(side),
    figure: { column: column.key, compared: side === 'b' },
    ...(column.calls && { calls: true }),
  }))
  if (!measured.has(column.unit)) return sides
  // What a percentage is more than another is told in percentage points.
  if (column.unit === 'percent') return [...sides, sub('difference', 'number', 'points')]
  return [...sides, sub('difference'), sub('change', 'percent')]
}

type Side = Record<string, Value | undefined> | undefined

function measures(columns: readonly ReportColumn[], left: Side, right: Side) {
  const values: Record<string, Value> = {}
  for (const { key, unit } of columns) {
    const [a, b] = [left?.[key] ?? null, right?.[key] ?? null]
    values[under(key, 'a')] = a
    values[under(key, 'b')] = b
    if (!measured.has(unit)) continue
    const difference = a === null || b === null ? null : Number(a) - Number(b)
    values[under(key, 'difference')] = difference
    if (unit === 'percent') continue
    values[under(key, 'change')] =
      difference === null || Number(b) === 0 ? null : (100 * difference) / Math.abs(Number(b))
  }
  return values
}

type Pair = [ReportRow | undefined, ReportRow | undefined]

/** Rows at the same place, in the order of their places and, within one, as they came. */
function pairs(a: Reported, b: Reported, apart: boolean): Pair[] {
  const found = new Map<string, { place: string; pair: Pair }>()
  const add = ({ request, answer }: Reported, side: 0 | 1) => {
    const placeOf = intervalPlaces(request.interval, request.period)
    for (const row of answer.rows) {
      const place = placeOf(row.interval)
      const subject = apart ? [row.part] : [row.group, row.object, row.part]
      const key = JSON.stringify([place, ...subject])
      const known = found.get(key) ?? { place, pair: [undefined, undefined] }
      known.pair[side] = row
      found.set(key, known)
    }
  }
  add(a, 0)
  add(b, 1)
  return [...found.values()]
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ pair }) => pair)
}

const naming = ['group', 'groupName', 'object', 'objectName', 'part', 'partName'] as const

/** Which row of the other report it is. */
const beside = (row: ReportRow) =>
  Object.fromEntries(
    rowKeys
      .filter((key) => row[key] !== undefined)
      .map((key) => [`${key}${BESIDE}`, row[key]] as const)
  )

function named(left: ReportRow | undefined, right: ReportRow | undefined, words: ComparisonWords) {
  const row = left ?? right
  const labels = new Set([left, right].flatMap((side) => side?.intervalLabel ?? []))
  const only = !left ? words.onlyB : !right ? words.onlyA : undefined
  return {
    interval: row?.interval ?? '',
    intervalLabel: [...labels].join(' ↔ ') + (only ? ` (${only})` : ''),
    ...Object.fromEntries(
      naming.filter((key) => row?.[key] !== undefined).map((key) => [key, row?.[key]])
    ),
    ...(right && beside(right)),
  } satisfies ReportRow
}
