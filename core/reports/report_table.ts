import type { ReportTable } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'
import { nextTurn } from '#core/jobs/yield_to_event_loop'
import { deriver } from '#core/reports/compile/derive'
import type { ColumnPlan } from '#core/reports/compile/plan_columns'
import { intervalLabel } from '#core/reports/document/interval_label'
import { namingColumns } from '#core/reports/document/naming_columns'
import { isoDate } from '#core/reports/intervals/calendar_day'
import { intervalKey, type IntervalCode } from '#core/reports/intervals/interval_code'
import { rowTimes } from '#core/reports/intervals/row_times'
import { ZoneClock } from '#core/reports/intervals/zone_clock'
import type { PartName } from '#core/reports/document/part_names'
import type { RowSubject } from '#core/reports/objects/subject_rows'
import { members, rowWriter } from '#core/reports/row_writer'
import type { PreparedReport } from '#core/reports/prepare_report'
import type { TableInput } from '#core/reports/table_input'
import { tableRows, type TableRow } from '#core/reports/table_rows'

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
      for (let from = 0; from < rows.length; from += CHUNK) {
        if (from > 0) await nextTurn()
        yield rows.slice(from, from + CHUNK)
      }
    },
    () => Promise.resolve(rows.length)
  )
}

/** The table whose rows come from `lots`, in their order, each time that they are asked for. */
export function tableOfRows(
  input: TableInput,
  lots: () => AsyncIterable<readonly TableRow[]>,
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
  const subjects = remembered((subject: RowSubject) => subjectNames(subject, report))
  const parts = remembered(partNames)
  const write = rowWriter(
    shown,
    ({ interval, subject, part }: TableRow) =>
      [intervals(interval), subjects(subject), ...(part ? [parts(part)] : [])]
        .map(({ text }) => text)
        .filter(Boolean)
        .join(','),
    ({ measures, interval }) => derive(measures ?? read.nothing, lengths.row(interval))
  )
  const show = ({ interval, subject, part, measures }: TableRow) =>
    put(
      {
        ...intervals(interval).row,
        ...subjects(subject).row,
        ...(part && parts(part).row),
      },
      measures ?? read.nothing,
      lengths.row(interval)
    )

  return {
    name: report.words.core(`interval.${report.query.interval}`),
    columns: [...namingColumns(input), ...columns],
    rows: {
      async *[Symbol.asyncIterator]() {
        for await (const lot of lots()) {
          for (const row of lot) yield show(row)
        }
      },
    },
    json: {
      async *[Symbol.asyncIterator]() {
        for await (const lot of lots()) if (lot.length > 0) yield write(lot)
      },
    },
    count,
    total: put({}, read.total, lengths.total),
  }
}

/** What says which row it is. */
function subjectNames({ object, group }: RowSubject, { catalogue, words }: PreparedReport): Row {
  return {
    ...(group !== undefined && { group, groupName: group ?? words.core('noGroup') }),
    ...(object && { object: catalogue.address(object), objectName: object.name }),
  }
}

const partNames = ({ key, name }: PartName): Row => ({ part: key, partName: name })

function intervalNames({ query, window, words }: PreparedReport) {
  const stretch = { from: isoDate(window.first), to: isoDate(window.last) }
  const { interval, intervalMinutes: block, timeLabels } = query
  return remembered((code: IntervalCode) => ({
    interval: intervalKey(code, interval, block, stretch),
    intervalLabel: intervalLabel(code, interval, block, stretch, words, timeLabels),
  }))
}

/** Names that many rows share: made once, as the members of a row and as their JSON. */
function remembered<K>(make: (key: K) => Row): (key: K) => { row: Row; text: string } {
  const known = new Map<K, { row: Row; text: string }>()
  return (key) => {
    let names = known.get(key)
    if (!names) {
      const row = make(key)
      known.set(key, (names = { row, text: members(row) }))
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
