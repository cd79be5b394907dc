import type { Unit } from './column.js'
import type { Chart } from './report_type.js'
import type { Row, Scalar } from './scalar.js'

/** What a row of a report stands for in time. */
export type IntervalKind =
  'timeOfDay' | 'weekday' | 'date' | 'week' | 'month' | 'quarter' | 'year' | 'yearMonth' | 'period'

/** A column as shown. The columns that say which row it is (interval, object) have units `text` and `phone`. */
export interface ColumnInfo {
  key: string
  label: string
  description: string
  unit: Unit | 'phone'
  consistsOf: readonly (readonly string[])[]
  /** What those of its parts are called, by key, that are not among the columns here. */
  partLabels?: Readonly<Record<string, string>>
  /** Of a column that is repeated per value: the key it was declared by, and which value this one is for. */
  repeated?: { column: string; value: string; label: string }
  /** Its values for different objects add up: numbers of events, and sums. */
  adds?: true
  /** The key of the column that people read in its place: an object's name, a choice's label. */
  readAs?: string
  /** Joins the legs of a call, and is no column that the report declares: of use to programs alone. */
  joining?: true
  /** Of a column that names an interval: what kind of interval, so that a file can hold a real date or time. */
  interval?: IntervalKind
  /** Of a moment in UTC: the column that has it by the local clock. */
  utcOf?: string
  /** How its values are spread can be asked for. */
  distribution?: true
  /** The calls that its figures are made of can be asked for. */
  calls?: true
}

export interface ReportTable {
  name: string
  /** The columns that name the row first (`interval`, `object` …), then the measured ones. */
  columns: readonly ColumnInfo[]
  rows: AsyncIterable<Row>
  /** The same rows as JSON, some in each text with commas between them: for answers, as no object is made for any. */
  json?: AsyncIterable<string>
  count(): Promise<number>
  /** The cursor of the next page, once the rows of this one were read; undefined on the last. */
  next?(): string | undefined
  total?: Row
}

/** A total above the result. Values are as in rows: durations in seconds, percent 0–100, null where there was nothing to measure. */
export interface KeyFigure {
  key: string
  label: string
  description: string
  unit: Unit
  /** Which way it gets better; absent where neither way is. */
  good?: 'up' | 'down'
  value: Scalar
  /** The same of the period before; null where nothing was measured then. */
  before: Scalar
  /** Of the customer, in the figure's unit. */
  target?: number
  /** The calls that it is made of can be asked for. */
  calls?: true
}

export interface Headline {
  figures: readonly KeyFigure[]
  /** What the figures are set beside: the period of the same length just before; null where there is none. */
  previous: { from: string; to: string; description: string } | null
  /** Where they are set beside a usual day: of how many days that is the middle. */
  usual?: { days: number }
}

/** The figure whose calls a specification lists. */
export interface FigureBehind {
  column: string
  label: string
  unit: Unit
  /** What its row is called: interval, group, object and part. Empty for the total. */
  row: readonly string[]
  value: Scalar
  /** How many calls it is made of. */
  calls: number
  /** How its calls make it up: counted, added up, as a share of others, or otherwise measured. */
  made: 'count' | 'sum' | 'mean' | 'share' | 'distinct' | 'of'
  /** What is added up, or that the mean is of, over all of these calls. */
  sum?: { field: string; label: string; unit: Unit; value: Scalar }
  /** What is counted, and what it is a share of; `calls` where they can be listed. */
  sides?: readonly {
    side: 'share' | 'whole'
    label: string
    unit: Unit
    value: Scalar
    calls: boolean
    listed: boolean
  }[]
}

/** A report as run: what the screen, exporters, connectors and widgets are handed. They never see the database. */
export interface ReportDocument {
  title: string
  asOf: Date
  /** Zone in which `asOf` is told to who reads it; the first of `zones` where missing. */
  asOfZone?: string | undefined
  zones: readonly string[]
  locale: string
  period: { from: string; to: string; description: string }
  /** The service level formula in force, filters, who made it. */
  notes: readonly string[]
  /** Where it was asked for. */
  headline?: Headline
  intervals: readonly ReportTable[]
  specification?: ReportTable
  /** Where the specification is of one figure only. */
  behind?: FigureBehind
  charts: readonly Chart[]
}
