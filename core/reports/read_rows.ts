import type { EventSchema } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import type { FactValue } from '#core/facts/fact_store'
import { nextTurn } from '#core/jobs/yield_to_event_loop'
import { compileEvent } from '#core/reports/compile/compile_event'
import type { Statement } from '#core/reports/compile/event_query'
import { ofNothing, type Measure } from '#core/reports/compile/measure'
import type { ValueWords } from '#core/reports/document/read_measure'
import { readMeasure } from '#core/reports/document/read_measure'
import type { IntervalCode } from '#core/reports/intervals/interval_code'
import type { SubjectRows } from '#core/reports/objects/subject_rows'
import { eventQuery, type PreparedReport } from '#core/reports/prepare_report'

/** One row as the answers have it: numbers for names, and measures by their place in the plan. */
export interface ReadRow {
  interval: IntervalCode
  /** Key of its object or group; 0 where rows are totals. */
  subject: number
  /** Key of its part: the ordinal of an object, or the value as text; undefined without a breakdown. */
  part?: string | number | null
  measures: Scalar[]
}

export interface ReadRows {
  rows: ReadRow[]
  total: Scalar[]
  /** The measures of a row without calls. */
  nothing: readonly Scalar[]
  /** There are more rows than were asked for: then only the total is whole. */
  more: boolean
}

/** More than any customer has objects. */
const ORDINALS = 2 ** 32
/** Rows that are dealt with before others get their turn. */
const CHUNK = 2_000

/**
 * Asks the fact store for the measures of all rows, and of the total, and puts the answers of the events
 * together. Of more than `most` rows nothing is kept but that.
 */
export async function readRows(
  report: PreparedReport,
  subjects: SubjectRows,
  measures: readonly Measure[],
  breakdown: string | undefined,
  words: ValueWords,
  most: number
): Promise<ReadRows> {
  const merged = new Merged(report, measures, breakdown, words, most)
  const events = Map.groupBy(
    measures.map((measure, place) => ({ measure, place })),
    ({ measure }) => measure.event
  )
  const statements = [...events].flatMap(([name, placed]) => {
    const base = eventQuery(report, name)
    return compileEvent({
      ...base,
      subject: subjects.keyOf(base.event),
      part: breakdown && (Object.hasOwn(base.event.fields, breakdown) ? breakdown : null),
      measures: placed,
      ...(Number.isFinite(most) && { limit: most + 1 }),
    })
  })
  // The rows of one statement differ in their keys, and meet no others.
  merged.alone = statements.filter(({ answers }) => answers !== 'total').length === 1
  await Promise.all(statements.map((statement) => merged.take(statement)))
  const { rows, total, nothing, more } = merged
  return { rows: more ? [] : rows, total, nothing, more }
}

/** What is known of the rows before they are read. */
export function unreadRows(
  report: PreparedReport,
  measures: readonly Measure[],
  breakdown: string | undefined,
  words: ValueWords
): ReadRows {
  const { total, nothing } = new Merged(report, measures, breakdown, words, 0)
  return { rows: [], total, nothing, more: true }
}

class Merged {
  rows: ReadRow[] = []
  /** Whether all rows come from one statement. */
  alone = false
  readonly #byKey = new Map<string | number, ReadRow>()
  readonly total: Scalar[]
  readonly #readers: ((raw: Scalar) => Scalar)[]
  readonly nothing: Scalar[]
  more = false

  constructor(
    readonly report: PreparedReport,
    measures: readonly Measure[],
    breakdown: string | undefined,
    words: ValueWords,
    readonly most: number
  ) {
    const eventOf = ({ event }: Measure): EventSchema => report.type.events[event]
    this.#readers = measures.map((measure) => readMeasure(measure, eventOf(measure), words))
    this.total = measures.map((measure) =>
      readMeasure(measure, eventOf(measure), words)(ofNothing(measure))
    )
    const lacks = (measure: Measure) =>
      breakdown !== undefined && !Object.hasOwn(eventOf(measure).fields, breakdown)
    this.nothing = measures.map((measure, place) => (lacks(measure) ? null : this.total[place]))
  }

  async take(statement: Statement): Promise<void> {
    const { store, lane, signal } = this.report
    const question = { sql: statement.sql, params: statement.params, lane, signal }
    const { rows, totals } = await store.read(question)
    if (statement.answers === 'total') {
      if (rows[0]) this.#fill(this.total, statement, rows[0])
    } else if (totals) this.#fill(this.total, statement, totals)
    if (statement.answers === 'total') return
    this.more ||= rows.length > this.most
    for (let from = 0; from < rows.length && !this.more; from += CHUNK) {
      if (from > 0) await nextTurn()
      this.#addAll(statement, rows.slice(from, from + CHUNK))
      this.more ||= this.rows.length > this.most
    }
    if (!this.more) return
    this.rows = []
    this.#byKey.clear()
  }

  #addAll(statement: Statement, rows: readonly FactValue[][]) {
    const at = (key: Statement['keys'][number]) => statement.keys.indexOf(key)
    const [interval, subject, part] = [at('interval'), at('subject'), at('part')]
    for (const raw of rows) {
      const code = Number(raw[interval] ?? 0)
      const ordinal = Number(raw[subject] ?? 0)
      const row = this.#row(code, ordinal, part < 0 ? undefined : (raw[part] as ReadRow['part']))
      this.#fill(row.measures, statement, raw)
    }
  }

  /** The row of these keys, where another statement has made it already. */
  #row(interval: IntervalCode, subject: number, part: ReadRow['part']): ReadRow {
    const key =
      part === undefined
        ? interval * ORDINALS + subject
        : `${interval} ${subject} ${typeof part} ${part}`
    const known = this.alone ? undefined : this.#byKey.get(key)
    if (known) return known
    const row = { interval, subject, part, measures: this.nothing.slice() }
    if (!this.alone) this.#byKey.set(key, row)
    this.rows.push(row)
    return row
  }

  #fill(measures: Scalar[], { keys, places }: Statement, raw: readonly FactValue[]) {
    let index = keys.length
    for (const place of places) {
      measures[place] = this.#readers[place](raw[index])
      index += 1
    }
  }
}
