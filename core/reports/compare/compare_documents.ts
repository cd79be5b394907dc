import i18nManager from '@adonisjs/i18n/services/main'
import type { ReportDocument, ReportTable } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import {
  comparedColumns,
  comparedValues,
  isMeasured,
  under,
  unionOf,
  type Say,
} from '#core/reports/compare/compared_columns'
import { intervalPlaces } from '#core/reports/compare/interval_places'
import { MOST_CELLS, MOST_ROWS } from '#core/reports/cell_limits'
import { answerTooLarge } from '#core/reports/errors'
import { measuredColumns } from '#core/reports/present_report'
import type { IntervalGrouping, ReportQuery } from '#core/reports/report_query'

/** A report as asked for, and as run. */
export interface Side {
  query: ReportQuery
  report: ReportDocument
}

/**
 * Two reports of one type as one: in each table a row for each place in the periods and each group,
 * object and part, with A, B, A − B, and what that is in percent of B. The page shows the same
 * (`frontend/reports/compare_reports.ts`); a test holds the two together.
 *
 * @param intervals of their tables
 */
export async function compareDocuments(
  a: Side,
  b: Side,
  intervals: readonly IntervalGrouping[]
): Promise<ReportDocument> {
  const i18n = i18nManager.locale(a.query.locale)
  const say: Say = (key, values) => i18n.formatMessage(`reports.${key}`, values)
  const tables = intervals.map((interval, at) =>
    comparedTable(
      { query: { ...a.query, interval }, table: a.report.intervals[at] },
      { query: { ...b.query, interval }, table: b.report.intervals[at] },
      say
    )
  )
  // What the two do not share says which is which: the content, where they are of different objects.
  const own = ({ report }: Side, other: Side) => [
    report.period.description,
    ...report.notes.filter((note) => !other.report.notes.includes(note)),
  ]
  const sides = [`A: ${own(a, b).join(' · ')}`, `B: ${own(b, a).join(' · ')}`]
  return {
    ...a.report,
    notes: [...sides, ...a.report.notes.filter((note) => b.report.notes.includes(note))],
    intervals: await Promise.all(tables),
    specification: undefined,
    charts: chartsOf(a.report),
  }
}

interface SideTable {
  query: ReportQuery
  table: ReportTable
}

async function comparedTable(a: SideTable, b: SideTable, say: Say): Promise<ReportTable> {
  const [ownA, ownB] = [a, b].map(({ table }) => measuredColumns(table.columns))
  const columns = unionOf(ownA, ownB)
  // A row is of two intervals, so its label is no date.
  const naming = a.table.columns
    .filter((column) => !ownA.includes(column))
    .map((column) => ({ ...column, interval: undefined }))
  const paired = await pairs(a, b)
  const rows = paired.map(([left, right]): Row => ({
    ...named(left, right, say),
    ...comparedValues(columns, left, right),
  }))
  return {
    name: a.table.name,
    columns: [...naming, ...columns.flatMap((column) => comparedColumns(column, say))],
    rows: {
      async *[Symbol.asyncIterator]() {
        yield* rows
      },
    },
    count: () => Promise.resolve(rows.length),
    total: comparedValues(columns, a.table.total, b.table.total),
  }
}

type Pair = [Row | undefined, Row | undefined]

/** Rows at the same place, in the order of their places and, within one, as they came. */
async function pairs(a: SideTable, b: SideTable): Promise<Pair[]> {
  const content = ({ query: { objects, groups } }: SideTable) => JSON.stringify([objects, groups])
  const apart = content(a) !== content(b)
  const found = new Map<string, { place: string; pair: Pair }>()
  for (const [side, { query, table }] of [a, b].entries()) {
    const placeOf = intervalPlaces(query)
    for await (const row of table.rows) {
      const place = placeOf(String(row.interval))
      // Two that are about different objects are told by their interval alone.
      const subject = apart ? [row.part] : [row.group, row.object, row.part]
      const key = JSON.stringify([place, ...subject])
      const known = found.get(key) ?? { place, pair: [undefined, undefined] as Pair }
      known.pair[side] = row
      found.set(key, known)
      if (found.size > MOST_ROWS || found.size * table.columns.length > MOST_CELLS) {
        throw answerTooLarge(found.size - 1)
      }
    }
  }
  return [...found.values()]
    .sort((one, other) => (one.place < other.place ? -1 : one.place > other.place ? 1 : 0))
    .map(({ pair }) => pair)
}

const naming = ['group', 'groupName', 'object', 'objectName', 'part', 'partName']

function named(left: Row | undefined, right: Row | undefined, say: Say): Row {
  const row = left ?? right
  const labels = new Set([left, right].flatMap((side) => side?.intervalLabel ?? []))
  const only = left && right ? '' : ` (${say('comparison.only', { side: left ? 'A' : 'B' })})`
  return {
    interval: row?.interval ?? null,
    intervalLabel: [...labels].join(' ↔ ') + only,
    ...Object.fromEntries(
      naming.flatMap((key) => (row?.[key] === undefined ? [] : [[key, row[key]]]))
    ),
  }
}

/** Both sides of what the report's own charts show, a chart each. */
function chartsOf({ charts, intervals }: ReportDocument): ReportDocument['charts'] {
  const shown = new Set(
    charts.flatMap(({ columns, line }) => [...columns, ...(line ? [line] : [])])
  )
  return intervals[0].columns
    .filter((column) => shown.has(column.key) && isMeasured(column))
    .map(({ key }) => ({ kind: 'bars', columns: [under(key, 'a'), under(key, 'b')] }))
}
