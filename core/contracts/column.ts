import type { Scalar } from './scalar.js'

/** `from` and `to`: edges of the limit or band a repeated column stands for, both inclusive. */
export type Bound = number | 'from' | 'to'

/** True or false, never unknown: null answers only `is: null`, and `not` turns whatever its condition said. */
export type Condition<F extends string = string> =
  | { field: F; is: Scalar | readonly Scalar[] }
  | { field: F; from?: Bound; to?: Bound }
  | { field: F; contains: string }
  | { not: Condition<F> }
  | { every: readonly Condition<F>[] }
  | { some: readonly Condition<F>[] }

/** What is read from events: one number (or moment, or text) per row of the report. */
export type Measure<F extends string = string> = (
  | { count: 'events' }
  /** Spans that last at the end of the row. */
  | { open: 'events' }
  | { sum: F }
  | { mean: F }
  | { longest: F }
  /** The first and last value that is not null, by time. */
  | { first: F }
  | { last: F }
  | { distinct: F }
  /** Exact, by nearest rank: the smallest value that at least `at` percent of the values do not exceed. */
  | { percentile: F; at: number }
) & { where?: Condition<F> }

/** What is worked out from other columns of the same row. */
export type Derivation<C extends string = string> =
  | { plus: readonly C[] }
  | { minus: readonly [C, C] }
  | { percent: readonly [C, C] }
  | { ratio: readonly [C, C]; times?: number }

/**
 * What a column is worth: one word each. Columns may build on columns; two repeated by the same
 * parameter meet at the same limit.
 */
export type Expression<F extends string = string, C extends string = string> =
  | Measure<F>
  /** Seconds of the period that the row covers: for rates per hour and the mean number logged on. */
  | { length: 'row' }
  | Derivation<C>
  /** The customer's formula and short-abandon limit decide how the three outcomes count. */
  | {
      serviceLevel: {
        wait: F
        answered: Condition<F>
        abandoned: Condition<F>
        other?: Condition<F>
      }
    }

export type Unit = 'count' | 'seconds' | 'percent' | 'number' | 'time' | 'text'

export interface Column<
  F extends string = string,
  C extends string = string,
  E extends string = string,
> {
  /** May hold `{limit}`, `{from}`, `{to}` or `{value}`. */
  label: string
  description: string
  unit: Unit
  /** Which of the report's events. */
  of?: E
  value: Expression<F, C>
  /**
   * Each list is one complete way to divide this column: its parts add up to it. A repeated part
   * stands for all its repetitions.
   */
  consistsOf?: readonly (readonly C[])[]
  /**
   * Repeated once per limit or band of a parameter, or per value found in a field (null has none):
   * the fifty most frequent, then `other`.
   */
  per?: { limits: string } | { bands: string } | { field: F }
  basic?: true
  hidden?: true
}
