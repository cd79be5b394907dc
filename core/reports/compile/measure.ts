import type { Condition } from '#core/contracts/column'
import type { EventSchema } from '#core/contracts/event'
import type { RepeatedValue } from '#core/reports/compile/repetition'

/** The words that are read from facts. */
export type MeasureWord =
  'count' | 'open' | 'sum' | 'mean' | 'longest' | 'first' | 'last' | 'distinct' | 'percentile'

/**
 * One number, moment or text per row that SQL answers. Bounds are numbers by now, and what a repeated
 * column stands for is part of the condition.
 */
export interface Measure {
  /** By the name that the report type gives its event. */
  event: string
  word: MeasureWord
  /** Absent for `count` and `open`. */
  field?: string
  /** Of a percentile, 0–100. */
  at?: number
  where?: Condition
  /** Only facts whose field holds this. */
  only?: { field: string; value: RepeatedValue }
}

/**
 * How facts make up a measure: each where it began, by the piece of a span that a row has, or by the
 * spans that last where the row ends. Seconds that are not the span's own length have no pieces.
 */
export function basisOf(measure: Measure, event: EventSchema): 'facts' | 'pieces' | 'open' {
  if (measure.word === 'open') return 'open'
  if (!event.spans) return 'facts'
  if (measure.word === 'distinct') return 'pieces'
  const length = ['sum', 'mean', 'longest'].includes(measure.word) && measure.field === event.spans
  return length ? 'pieces' : 'facts'
}

/** What a measure is worth where there is nothing to measure. */
export const ofNothing = ({ word }: Measure): 0 | null =>
  word === 'count' || word === 'open' || word === 'sum' || word === 'distinct' ? 0 : null
