import type { ReportTable } from '#core/contracts/report_document'
import type { ValueWords } from '#core/reports/document/read_measure'
import type { IntervalCode } from '#core/reports/intervals/interval_code'
import { windowOfCodes } from '#core/reports/intervals/window_of_codes'
import type { RowSubject, SubjectRows } from '#core/reports/objects/subject_rows'
import { readRows, type ReadRow } from '#core/reports/read_rows'
import { tableOfRows } from '#core/reports/report_table'
import type { TableInput } from '#core/reports/table_input'
import {
  countTableRows,
  everyCode,
  rankedSubjects,
  tableRows,
  wantsEmptyRows,
} from '#core/reports/table_rows'

type Found = readonly Pick<ReadRow, 'subject' | 'part'>[]
/** A row of every interval, in order. */
interface Ranked {
  key: number
  shown: RowSubject
}

/**
 * A table that is too large to be held: it is read in slices of some intervals, or of some rows of one
 * interval, each time that its rows are asked for. `input.read` has the total.
 *
 * @param most rows of a slice
 */
export function slicedTable(whole: TableInput, words: ValueWords, most: number): ReportTable {
  const codes = everyCode(whole)
  const empty = wantsEmptyRows(whole)
  const ranked = [...rankedSubjects(whole).values()].flat().sort((a, b) => a.rank - b.rank)
  const usual = Math.max(1, Math.floor(most / Math.max(1, ranked.length)))

  const read = async (slice: TableInput, rows: number): Promise<TableInput> => {
    const { report, subjects, plan, breakdown } = slice
    return {
      ...slice,
      read: await readRows(report, subjects, plan.measures, breakdown, words, rows),
    }
  }

  async function* slices(): AsyncIterable<TableInput> {
    let atOnce = usual
    for (let at = 0; at < codes.length;) {
      const some = codes.slice(at, at + atOnce)
      const slice = await read(ofCodes(whole, some), most)
      if (slice.read.more && some.length > 1) {
        atOnce = Math.ceil(some.length / 2)
        continue
      }
      if (slice.read.more) yield* subjectSlices(slice)
      else yield slice
      at += some.length
      const sparse = slice.read.rows.length < most / 4
      if (sparse && !slice.read.more && !empty) atOnce *= 2
    }
  }

  async function* subjectSlices(one: TableInput): AsyncIterable<TableInput> {
    if (!isDivisible(whole)) return yield read(one, Infinity)
    let atOnce = Math.min(most, Math.ceil(ranked.length / 2))
    for (let at = 0; at < ranked.length;) {
      const some = ranked.slice(at, at + atOnce)
      const last = some.length === 1
      const slice = await read(
        { ...one, subjects: ofSubjects(one.subjects, some) },
        last ? Infinity : most
      )
      if (slice.read.more) {
        atOnce = Math.ceil(some.length / 2)
        continue
      }
      yield slice
      at += some.length
    }
  }

  /** Where rows without calls are wanted, which of them there are is known from all of the period. */
  const findSlots = async (): Promise<Found | undefined> => {
    if (!empty || !needsFound(whole)) return undefined
    const known = new Map<string, Pick<ReadRow, 'subject' | 'part'>>()
    for await (const { read: slice } of slices()) {
      for (const { subject, part } of slice.rows) {
        known.set(`${subject} ${typeof part} ${part}`, { subject, part })
      }
    }
    return [...known.values()]
  }
  let slots: Promise<Found | undefined> | undefined
  const foundSlots = () => (slots ??= findSlots())

  let counted: Promise<number> | undefined
  const count = async () => {
    if (empty) return countTableRows({ ...whole, found: await foundSlots() })
    let rows = 0
    for await (const slice of slices()) rows += countTableRows(slice)
    return rows
  }
  return tableOfRows(
    whole,
    async function* () {
      const found = await foundSlots()
      for await (const slice of slices()) yield tableRows({ ...slice, found })
    },
    () => (counted ??= count())
  )
}

function ofCodes(whole: TableInput, codes: readonly IntervalCode[]): TableInput {
  const { report } = whole
  return {
    ...whole,
    report: { ...report, window: windowOfCodes(report.window, report.query, codes) },
  }
}

/** Rows of single objects or groups can be asked for by themselves. */
const isDivisible = ({ report, subjects }: TableInput) =>
  Object.values(report.type.events).every((event) => subjects.keyOf(event).rows === 'single')

function ofSubjects(subjects: SubjectRows, some: readonly Ranked[]): SubjectRows {
  const shown = Map.groupBy(some, ({ key }) => key)
  return {
    keys: subjects.keys.filter((key) => shown.has(key)),
    rowsOf: (key) => (shown.get(key) ?? []).map((one) => one.shown),
    keyOf: (event) => {
      const whole = subjects.keyOf(event)
      return { ...whole, entries: whole.entries.filter(({ value }) => shown.has(value)) }
    },
  }
}

const needsFound = ({ breakdown, report, subjects }: TableInput) =>
  Boolean(breakdown) || subjects.keys.some((key) => report.catalogue.object(key)?.removed)
