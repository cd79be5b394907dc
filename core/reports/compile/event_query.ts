import type { Condition } from '#core/contracts/column'
import type { EventSchema } from '#core/contracts/event'
import type { LookupEntry } from '#core/reports/compile/lookup_sql'
import type { Measure } from '#core/reports/compile/measure'
import type { ReportWindow } from '#core/reports/intervals/report_window'
import type { ZoneClock } from '#core/reports/intervals/zone_clock'
import type { BlockLength, IntervalGrouping } from '#core/reports/report_query'

/** Objects and groups are numbers in SQL: their ordinal in the report, from 1. */
export type Ordinal = number

/** Stands for objects that the reader may not see, and in parts for the rest. */
export const OTHER: Ordinal = 0
/** Stands for no object at all. */
export const NONE: Ordinal = 4_294_967_295

/** The chosen objects, and what rows are made of them. */
export interface SubjectKey {
  field: string
  /** What the source wrote for each chosen object. */
  entries: readonly LookupEntry<Ordinal>[]
  /** `single`: each entry's value is the row's key. `several`: it is the number of a set in `sets`, from 1, and each of the set's keys has the fact. */
  rows: 'total' | 'single' | 'several'
  sets?: readonly (readonly Ordinal[])[]
}

/** What one of a report's events is asked. */
export interface EventQuery {
  event: EventSchema
  table: string
  customerId: number
  points: readonly { id: number; clock: ZoneClock }[]
  window: ReportWindow
  interval: IntervalGrouping
  block: BlockLength
  /** The report type's own condition, and that the reader may see it at all. */
  where?: Condition
  subject: SubjectKey
  /** Of events read as spans that begin later than their moment: the field that says how many seconds. */
  spansAfter?: string
  /** Fields by which overlapping spans are one. */
  unitedBy?: readonly string[]
  /** The field that rows are broken down by; null where the event lacks it, so that only its total counts. */
  part?: string | null
  /** Only facts whose part is this, as `partSql` has it. */
  onlyPart?: { field: string; value: string | number | null }
  /** Measures, and their places in the plan. */
  measures: readonly { place: number; measure: Measure }[]
  /** Seconds since 1970. */
  asOf: number
  /** Rows are answered up to this many; the total is always of all. */
  limit?: number
  /** What the source wrote for each object, of a field, that the reader may see. */
  visible(field: string): readonly LookupEntry<Ordinal>[]
  /** What the source wrote for objects by another than their own identifier, and what their own would be. */
  renamed(field: string): readonly LookupEntry<string>[]
  /** Whether the reader may not see the values of a field, so that all count as other. */
  masked(field: string): boolean
}

/** One question to the fact store, and what its answer's columns are. */
export interface Statement {
  sql: string
  params: Record<string, unknown>
  keys: readonly ('interval' | 'subject' | 'part')[]
  /** Places of the measures that follow the keys. */
  places: readonly number[]
  /** Which rows of the report it answers; `both` with keys means that the total is its WITH TOTALS row. */
  answers: 'rows' | 'total' | 'both'
}

/** Closed months are never merged with each other, so each is read on its own. */
export const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1'
