import type { Unit } from './column.js'
import type { ColumnInfo } from './report_document.js'
import type { Row, Scalar } from './scalar.js'

type Grouping = 'total' | 'object' | 'group' | 'groupAndObject'

/** A report as a widget's component has it in the page: the whole table. */
export interface ShownReport {
  columns: readonly ColumnInfo[]
  rows: readonly Row[]
  total: Row | null
}

/** How a column's values are spread, exactly. Seconds. */
export interface Distribution {
  count: number
  /** Null where there is no value. Percentiles by nearest rank. */
  mean: number | null
  median: number | null
  p90: number | null
  lowest: number | null
  highest: number | null
  /** From the lowest value on, each from inclusive to exclusive, also those that are empty. */
  bins: readonly { from: number; to: number; count: number }[]
}

/** What a widget's component may ask of the page. Everything is read with the rights of who looks. */
export interface WidgetTools {
  /** A word of the widget's own, `words.<key>` of its locales, with what stands in { } put in. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string
  /** A value as people read it. */
  format(value: Scalar | undefined, unit: ColumnInfo['unit']): string
  /**
   * One of some, for the `computed` of what the reader chooses. The page's address keeps it, so that a
   * reload, a bookmark and a colleague see the same. `usual`, or else the first, until it is chosen.
   */
  choice<T extends string | number>(
    name: string,
    allowed: () => readonly T[],
    usual?: T
  ): { get(): T; set(wish: T): void }
  /** The same report by another interval, grouping or with other columns; without rows per part. */
  again(change: {
    interval?: string
    grouping?: Grouping
    columns?: readonly string[]
  }): Promise<ShownReport>
  /** The report by time of day, once for each weekday that the period has. */
  byWeekday(columns: readonly string[]): Promise<readonly (ShownReport & { label: string })[]>
  distribution(column: string): Promise<Distribution>
}

/** What every `WidgetView.vue` is given. It hands each picture to the page by its slot `figure`. */
export interface WidgetProps {
  /** Of the report on the screen. */
  columns: readonly ColumnInfo[]
  grouping: Grouping
  interval: string
  /** The keys that `fits` answered. */
  fitting: readonly string[]
  tools: WidgetTools
}

/** One line, bar or part of a picture, with a value for each category. */
export interface FigureSeries {
  label: string
  unit: Unit | 'phone'
  values: readonly (number | null)[]
}

/**
 * What is to be drawn, as data: the page draws it in its colours, in light and dark, and says in words
 * what can be seen.
 *
 * - `columns` stand side by side over the categories, `rows` lie below each other
 * - `heat` is a field of colours: one series is one line of it
 */
export interface Picture {
  kind: 'columns' | 'rows' | 'lines' | 'heat'
  /** The series of a category stand on each other. */
  stacked?: true
  categories: readonly string[]
  /** The categories follow each other in time, so that a trend means something. */
  ordered?: true
  series: readonly FigureSeries[]
  /** Lines across, at the number of a category; a part of one is a place between two. */
  marks?: readonly { at: number; label: string }[]
}

/** A picture with its title and the table that holds the same figures. */
export interface Figure {
  title: string
  picture: Picture
  table: {
    columns: readonly { key: string; label: string; unit: ColumnInfo['unit'] }[]
    rows: readonly Row[]
  }
}

/** What the slot `figure` takes. A picture may still be on its way; `id` tells a widget's pictures apart. */
export interface FigureSlot {
  id: string
  figure: Figure | Promise<Figure>
}
