import { setImmediate } from 'node:timers/promises'
import type { Scalar } from '#core/contracts/scalar'
import { partNames, type PartName } from '#core/reports/document/part_names'
import type { IntervalCode } from '#core/reports/intervals/interval_code'
import { intervalCodes } from '#core/reports/intervals/row_times'
import type { RowSubject } from '#core/reports/objects/subject_rows'
import type { ReadRow } from '#core/reports/read_rows'
import type { TableInput } from '#core/reports/report_table'

/** A row to be shown. */
export interface TableRow {
  interval: IntervalCode
  subject: RowSubject
  part?: PartName
  /** Absent where the interval has no calls. */
  measures?: readonly Scalar[]
}

type RowKey = Pick<ReadRow, 'interval' | 'subject' | 'part'>
type Ranked = TableRow & { rank: number }

/** Intervals that are dealt with before others get their turn. */
const CHUNK = 16

/** The rows of a table in order, with those for intervals without calls where they are wanted. */
export async function tableRows(input: TableInput): Promise<TableRow[]> {
  const { read, subjects, breakdown } = input
  const all: readonly (RowKey & Partial<ReadRow>)[] = wantsEmptyRows(input)
    ? withEmptyRows(input)
    : read.rows
  const parts = breakdown ? partNames(input, all) : undefined
  const ranks = rankedSubjects(input)
  const intervals = Map.groupBy(all, ({ interval }) => interval)
  const rows: TableRow[] = []
  const codes = [...intervals.keys()].sort((a, b) => a - b)
  for (const [index, code] of codes.entries()) {
    if (index % CHUNK === CHUNK - 1) await setImmediate()
    const some: Ranked[] = []
    for (const { interval, subject, part, measures } of intervals.get(code)!) {
      const name = parts?.names.get(part ?? null)
      for (const { shown, rank } of ranks.get(subject) ?? []) {
        const place = rank * (parts?.names.size ?? 1) + (name?.rank ?? 0)
        some.push({ interval, subject: shown, part: name, measures, rank: place })
      }
    }
    for (const row of some.sort((a, b) => a.rank - b.rank)) rows.push(row)
  }
  return rows

  /** The rows that each key stands for, and their places among those of one interval. */
  function rankedSubjects({ report }: TableInput) {
    const { compare } = new Intl.Collator(report.words.locale, { numeric: true })
    const every = subjects.keys.flatMap((key) =>
      subjects.rowsOf(key).map((shown) => ({ key, shown, rank: 0 }))
    )
    // Stable: within a group the keys keep their order, which is that of the objects' names.
    every.sort(({ shown: { group: a } }, { shown: { group: b } }) =>
      a === b ? 0 : Number(a === null) - Number(b === null) || compare(a ?? '', b ?? '')
    )
    every.forEach((one, rank) => (one.rank = rank))
    return Map.groupBy(every, ({ key }) => key)
  }
}

/** Intervals without calls have rows unless rows are objects, or the reader says otherwise. */
function wantsEmptyRows({ report: { query }, breakdown }: TableInput) {
  const objects = query.grouping === 'object' || query.grouping === 'groupAndObject'
  return query.emptyRows ?? !(objects || breakdown)
}

/** A row for each interval that the period can hold, for every subject and each part that was found of it. */
function withEmptyRows(input: TableInput): (RowKey & Partial<ReadRow>)[] {
  const { report, subjects, breakdown, read } = input
  const codes = intervalCodes(report.window, report.query.interval, report.query.intervalMinutes)
  const known = new Map(read.rows.map((row) => [keyOf(row), row]))
  const bySubject = Map.groupBy(read.rows, ({ subject }) => subject)
  return subjects.keys.flatMap((subject) => {
    const own = bySubject.get(subject)
    if (!own && isGone(input, subject)) return []
    const parts = breakdown ? new Set(own?.map(({ part }) => part) ?? [null]) : [undefined]
    return codes.flatMap((interval) =>
      [...parts].map((part) => {
        const key = { interval, subject, part }
        return known.get(keyOf(key)) ?? key
      })
    )
  })
}

/** An object that was removed has rows only where it has calls. */
const isGone = ({ report: { catalogue, query } }: TableInput, subject: number) =>
  query.grouping !== 'total' &&
  query.grouping !== 'group' &&
  Boolean(catalogue.object(subject)?.removed)

const keyOf = ({ interval, subject, part }: RowKey) =>
  `${interval} ${subject} ${typeof part} ${part}`
