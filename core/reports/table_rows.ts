import type { Scalar } from '#core/contracts/scalar'
import { nextTurn } from '#core/jobs/yield_to_event_loop'
import { partNames, type PartName } from '#core/reports/document/part_names'
import type { IntervalCode } from '#core/reports/intervals/interval_code'
import { intervalCodes } from '#core/reports/intervals/row_times'
import type { RowSubject } from '#core/reports/objects/subject_rows'
import type { ReadRow } from '#core/reports/read_rows'
import type { TableInput } from '#core/reports/table_input'

/** A row to be shown. */
export interface TableRow {
  interval: IntervalCode
  subject: RowSubject
  part?: PartName
  /** Absent where the interval has no calls. */
  measures?: readonly Scalar[]
}

/** A row of one interval, before it is known by its names. */
type Slot = Pick<ReadRow, 'subject' | 'part'> & { measures?: readonly Scalar[] }

/** Rows that are dealt with before others get their turn. */
const CHUNK = 2_000

/** How many rows a table has, before they are made. */
export function countTableRows(input: TableInput): number {
  const ranks = rankedSubjects(input)
  const rowsOf = (some: readonly Slot[]) =>
    some.reduce((sum, { subject }) => sum + (ranks.get(subject)?.length ?? 0), 0)
  return wantsEmptyRows(input)
    ? everyCode(input).length * rowsOf(everySlot(input))
    : rowsOf(input.read.rows)
}

/** The rows of a table in order, with those for intervals without calls where they are wanted. */
export async function tableRows(input: TableInput): Promise<TableRow[]> {
  const { read, breakdown } = input
  const intervals = Map.groupBy(read.rows, ({ interval }) => interval)
  const slots = wantsEmptyRows(input) ? everySlot(input) : undefined
  const codes = slots ? everyCode(input) : [...intervals.keys()].sort((a, b) => a - b)
  const parts = breakdown ? partNames(input, slots ?? read.rows) : undefined
  const ranks = rankedSubjects(input)

  const rows: TableRow[] = []
  let turn = CHUNK
  for (const interval of codes) {
    if (rows.length >= turn) {
      await nextTurn()
      turn = rows.length + CHUNK
    }
    const found = intervals.get(interval) ?? []
    const some: TableRow[] = []
    const places: number[] = []
    for (const { subject, part, measures } of slots ? filled(slots, found) : found) {
      const name = parts?.get(part ?? null)
      for (const { shown, rank } of ranks.get(subject) ?? []) {
        some.push({ interval, subject: shown, part: name, measures })
        places.push(rank * (parts?.size ?? 1) + (name?.rank ?? 0))
      }
    }
    for (const index of inOrderOf(places)) rows.push(some[index])
  }
  return rows
}

/** The indexes of some whole numbers in the order of these. A list of numbers is sorted far quicker than one of objects. */
function inOrderOf(places: readonly number[]): Float64Array {
  const { length } = places
  const keys = Float64Array.from(places, (place, index) => place * length + index).sort()
  return keys.map((key) => key % length)
}

/** Intervals without calls have rows unless rows are objects, or the reader says otherwise. */
export function wantsEmptyRows({
  report: { query },
  breakdown,
}: Pick<TableInput, 'report' | 'breakdown'>) {
  const objects = query.grouping === 'object' || query.grouping === 'groupAndObject'
  return query.emptyRows ?? !(objects || breakdown)
}

/** The intervals that a table may have rows of, in order. */
export const everyCode = ({ report: { window, query } }: Pick<TableInput, 'report'>) =>
  intervalCodes(window, query.interval, query.intervalMinutes)

/** What each interval has a row for: every subject, and each part that was found of it anywhere. */
function everySlot(input: TableInput): Slot[] {
  const { report, subjects, breakdown, read, found } = input
  const parts = new Map<number, Set<ReadRow['part']>>()
  for (const { subject, part } of found ?? read.rows) {
    const known = parts.get(subject)
    if (known) known.add(part)
    else parts.set(subject, new Set([part]))
  }
  const byObject = report.query.grouping !== 'total' && report.query.grouping !== 'group'
  return subjects.keys.flatMap((subject) => {
    const own = parts.get(subject)
    // An object that was removed has rows only where it has calls.
    if (!own && byObject && report.catalogue.object(subject)?.removed) return []
    if (!breakdown) return [{ subject }]
    return [...(own ?? [null])].map((part) => ({ subject, part }))
  })
}

function filled(slots: readonly Slot[], found: readonly Slot[]): readonly Slot[] {
  const known = new Map(found.map((row) => [keyOf(row), row]))
  return slots.map((slot) => known.get(keyOf(slot)) ?? slot)
}

const keyOf = ({ subject, part }: Slot) =>
  part === undefined ? subject : `${subject} ${typeof part} ${part}`

/** The rows that each key stands for, and their places among those of one interval. */
export function rankedSubjects({ report, subjects }: Pick<TableInput, 'report' | 'subjects'>) {
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
