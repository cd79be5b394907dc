import type { Unit } from './column.js'
import type { Row, Scalar } from './scalar.js'

/**
 * The tables that a saved report is to other systems:
 *
 * - `rows` those of the report
 * - `values` its columns that are repeated per value, one row for each of them and each value
 * - `specification` the calls behind it
 */
export type FeedTableName = 'rows' | 'values' | 'specification'

/**
 * - `whole` and `number` are numbers, `flag` true or false, the rest texts
 * - `moment` is ISO 8601 on the clock of where it happened, with its offset
 * - `date` is `2026-01-31`, `clock` a time of the day, `07:30:00`
 */
export type FeedType = 'text' | 'phone' | 'whole' | 'number' | 'flag' | 'moment' | 'date' | 'clock'

/** A column of a feed. Its key is a simple identifier, the same in every language and for ever. */
export interface FeedColumn {
  key: string
  label: string
  description: string
  type: FeedType
  unit?: Unit | 'phone'
  /** Whether a row may have nothing there. */
  nullable: boolean
  /** Shown masked to this reader, who can neither filter nor sort by it. */
  masked?: true
}

/** A table that is the same whatever the period holds, also where it holds nothing. Its column `id` tells rows apart. */
export interface FeedTable {
  name: FeedTableName
  label: string
  columns: readonly FeedColumn[]
}

/** What is taken of a value before it is compared. Parts of a moment are told by the clock of where it happened. */
export type ValuePart =
  | 'lower'
  | 'upper'
  | 'trimmed'
  | 'length'
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'date'
  | 'time'
  /** Where this text begins in it, from 0; -1 where it is not there. */
  | { indexOf: string }

/** Parts that are taken one of the other, the first of them first. */
export type ValueParts = ValuePart | readonly ValuePart[]

/**
 * What a row must hold, by the keys of its columns: the conditions of columns, over what is shown
 * instead of over what was read. True or false, never unknown: null answers only `is: null`.
 */
export type FeedCondition =
  | { column: string; as?: ValueParts; is: Scalar | readonly Scalar[] }
  /** `from` and `to` are within, `above` and `below` are not. */
  | { column: string; as?: ValueParts; from?: Scalar; to?: Scalar; above?: Scalar; below?: Scalar }
  | { column: string; as?: ValueParts; contains: string }
  | { column: string; as?: ValueParts; beginsWith: string }
  | { column: string; as?: ValueParts; endsWith: string }
  | { not: FeedCondition }
  | { every: readonly FeedCondition[] }
  | { some: readonly FeedCondition[] }

/**
 * What a tool asks of a table. Of the specification all of it becomes SQL. Rows of a report are worked
 * out first, as means and percents cannot be made of what is left of them; there a condition on the
 * date becomes a shorter period, and the rest is asked of the finished rows.
 *
 * `after` is what `next()` said once the rows of the page before were read: it holds their period and
 * moment, and is of no use with another filter or order.
 */
export interface Narrowing {
  table: FeedTableName
  /** All where left out. */
  columns?: readonly string[]
  filter?: FeedCondition
  order?: readonly { column: string; descending?: true }[]
  after?: string
  skip?: number
  limit?: number
  /** What the tool calls a column, for what is said of it; its key where left out. */
  nameOf?: (column: string) => string
}

export interface FeedPage {
  columns: readonly FeedColumn[]
  rows: AsyncIterable<Row>
  /** How many rows there are of this filter, whatever the page. */
  count(): Promise<number>
  /** The place of the next page, once the rows of this one were read; undefined on the last. */
  next(): string | undefined
}

/** A saved report as other systems read it, with the rights that its owner has now. */
export interface Feed {
  title: string
  locale: string
  /** Until when calls are known. */
  asOf: Date
  zones: readonly string[]
  /** Local dates, both within. */
  period: { from: string; to: string }
  notes: readonly string[]
  tables: readonly FeedTable[]
  /** @throws where a column, value or place is none of the table's */
  run(narrowing: Narrowing): Promise<FeedPage>
}
