import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { FigureSide } from '#core/reports/behind/figure_address'
import { basisOf, type Measure } from '#core/reports/compile/measure'
import type { ColumnPlan, ServiceLevelCounts, Worth } from '#core/reports/compile/plan_columns'

/** A measure that counts so many times in a figure; a difference takes it away. */
export interface TracedMeasure {
  times: number
  measure: Measure
}

/** The facts of one event that a figure is made of: counts together, sums together, or another measure alone. */
export interface Trace {
  event: string
  measures: readonly TracedMeasure[]
}

/**
 * The facts behind a planned column, derived from its declaration. Undefined where single facts cannot
 * tell: pieces of spans, what lasts at a moment, first and last values, clock time, and what is put
 * together from several events. Of a share it is one of its sides.
 */
export function traceColumn(
  type: ReportType,
  plan: ColumnPlan,
  place: number,
  side: FigureSide = 'share'
): Trace | undefined {
  const { worth } = plan.columns[place]
  const of = (other: number) => traceColumn(type, plan, other)
  if ('measure' in worth) return traceMeasure(type, plan.measures[worth.measure])
  if ('plus' in worth) return together(worth.plus.map(of))
  if ('minus' in worth) {
    const [a, b] = worth.minus
    return together([of(a), negated(of(b))])
  }
  const pair = sharePair(worth)
  if (pair) return of(pair[side === 'share' ? 0 : 1])
  if ('serviceLevel' in worth) return traceServiceLevel(plan, worth.serviceLevel, side)
  return undefined
}

/** The places of what is counted and of what it is a share of. */
export function sharePair(worth: Worth): readonly [number, number] | undefined {
  if ('percent' in worth) return worth.percent
  return 'ratio' in worth ? worth.ratio : undefined
}

function traceMeasure(type: ReportType, measure: Measure): Trace | undefined {
  const { event, word } = measure
  if (word === 'first' || word === 'last') return undefined
  if (basisOf(measure, eventAsRead(type, event)) !== 'facts') return undefined
  return { event, measures: [{ times: 1, measure }] }
}

/** An event as a report type reads it, which may be as spans. */
function eventAsRead(type: ReportType, name: string): EventSchema {
  const spans = type.spans?.[name]
  return spans ? { ...type.events[name], spans: spans.seconds } : type.events[name]
}

/** Counts of one event, or sums of one event, are the facts of any of them. */
function together(traces: readonly (Trace | undefined)[]): Trace | undefined {
  const [first] = traces
  const word = first?.measures[0].measure.word
  if (!first || (word !== 'count' && word !== 'sum')) return undefined
  const measures = traces.flatMap((trace) => trace?.measures ?? [])
  const alike =
    traces.every((trace) => trace?.event === first.event) &&
    measures.every(({ measure }) => measure.word === word)
  return alike ? { event: first.event, measures } : undefined
}

const negated = (trace: Trace | undefined): Trace | undefined =>
  trace && {
    ...trace,
    measures: trace.measures.map(({ times, measure }) => ({ times: -times, measure })),
  }

/** The calls that a service level counts as met, and those that it counts at all, by its formula. */
function traceServiceLevel(
  plan: ColumnPlan,
  counts: ServiceLevelCounts,
  side: FigureSide
): Trace | undefined {
  const at = (times: number, place: number | undefined) =>
    place === undefined ? [] : [{ times, measure: plan.measures[place] }]
  const { formula, answered, abandoned, other } = counts
  const within = at(1, counts.answeredWithin)
  const both = [...at(1, answered), ...at(1, abandoned)]
  const every = [...both, ...at(1, other)]
  const sides = {
    withForwarded: [within, every],
    answeredOnly: [within, at(1, answered)],
    withoutForwarded: [within, both],
    shortAbandonsLeftOut: [within, [...every, ...at(-1, counts.abandonedShort)]],
    abandonedWithinMet: [[...within, ...at(1, counts.abandonedWithin)], every],
    abandonedWithinLeftOut: [within, [...every, ...at(-1, counts.abandonedWithin)]],
  }[formula]
  const measures = sides[side === 'share' ? 0 : 1]
  return together(measures.map((one) => ({ event: one.measure.event, measures: [one] })))
}
