import { setImmediate } from 'node:timers/promises'
import type { ColumnInfo, ReportTable } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import { deriver } from '#core/reports/compile/derive'
import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import { intervalLabel } from '#core/reports/document/interval_label'
import { namingColumns } from '#core/reports/document/naming_columns'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { intervalKey, type IntervalCode } from '#core/reports/intervals/interval_code'
import { rowTimes } from '#core/reports/intervals/row_times'
import { ZoneClock } from '#core/reports/intervals/zone_clock'
import type { SubjectRows } from '#core/reports/objects/subject_rows'
import type { PreparedReport } from '#core/reports/prepare_report'
import type { ReadRow, ReadRows } from '#core/reports/read_rows'
import { tableRows, type TableRow } from '#core/reports/table_rows'

export interface TableInput {
  report: PreparedReport
  subjects: SubjectRows
  plan: ColumnPlan
  columns: readonly ColumnInfo[]
  /** The field that rows are broken down by, where they are. */
  breakdown: string | undefined
  read: ReadRows
  /** The subjects and parts that any interval has, where what was read is a slice of them. */
  found?: readonly Pick<ReadRow, 'subject' | 'part'>[]
}

/** Rows that are worked out before others get their turn. */
const CHUNK = 500

/**
 * The table of one interval grouping, sorted by interval, then group, object and part by name. Rows
 * are kept as their measures and worked out when they are read, which may be done again and again.
 */
export async function reportTable(input: TableInput): Promise<ReportTable> {
  const rows = await tableRows(input)
  return tableOfRows(
    input,
    async function* () {
      for (const [index, row] of rows.entries()) {
        if (index % CHUNK === CHUNK - 1) await setImmediate()
        yield row
      }
    },
    () => Promise.resolve(rows.length)
  )
}

/** The table whose rows come from `rows`, in their order, each time that they are asked for. */
export function tableOfRows(
  input: TableInput,
  rows: () => AsyncIterable<TableRow>,
  count: () => Promise<number>
): ReportTable {
  const { report, plan, columns, read } = input
  const lengths = rowLengths(report, plan)
  const intervals = intervalNames(report)
  const shown = plan.shown.map((place) => [plan.columns[place].key, place] as const)

  const derive = deriver(plan)
  const put = (row: Row, measures: readonly Scalar[], length: number) => {
    const values = derive(measures, length)
    for (const [key, place] of shown) row[key] = values[place]
    return row
  }
  const show = (row: TableRow) =>
    put(
      named(row, intervals(row.interval), report),
      row.measures ?? read.nothing,
      lengths.row(row.interval)
    )

  return {
    name: report.words.core(`interval.${report.query.interval}`),
    columns: [...namingColumns(input), ...columns],
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const row of rows()) yield show(row)
      },
    },
    count,
    total: put({}, read.total, lengths.total),
  }
}

/** What says which row it is. */
function named(
  { subject: { object, group }, part }: TableRow,
  interval: { key: string; label: string },
  { catalogue, words }: PreparedReport
): Row {
  const row: Row = { interval: interval.key, intervalLabel: interval.label }
  if (group !== undefined) {
    row.group = group
    row.groupName = group ?? words.core('noGroup')
  }
  if (object) {
    row.object = catalogue.address(object)
    row.objectName = object.name
  }
  if (part) {
    row.part = part.key
    row.partName = part.name
  }
  return row
}

function intervalNames({ query, window, words }: PreparedReport) {
  const stretch = { from: isoDate(window.first), to: isoDate(window.last) }
  const known = new Map<IntervalCode, { key: string; label: string }>()
  return (code: IntervalCode) => {
    let names = known.get(code)
    if (!names) {
      const { interval, intervalMinutes: block, timeLabels } = query
      names = {
        key: intervalKey(code, interval, block, stretch),
        label: intervalLabel(code, interval, block, stretch, words, timeLabels),
      }
      known.set(code, names)
    }
    return names
  }
}

/** Seconds that rows cover, by the clock of the first collection point; only where a column asks. */
function rowLengths({ query, window, places, zones, asOf }: PreparedReport, plan: ColumnPlan) {
  if (!plan.columns.some(({ worth }) => 'length' in worth)) return { row: () => 0, total: 0 }
  const clock = places[0]?.clock ?? new ZoneClock(zones[0])
  const until = Math.floor(asOf.getTime() / 1000)
  const times = rowTimes(window, query.interval, query.intervalMinutes, clock, until)
  return {
    row: (code: IntervalCode) => times.rows.get(code)?.length ?? 0,
    total: times.total.length,
  }
}
