import type { ReportType } from '#core/contracts/report_type'
import { basisOf, type Measure } from '#core/reports/compile/measure'
import type { ColumnPlan, PlannedColumn } from '#core/reports/compile/plan_columns'

/** Words that sum many durations up in one, so that it matters how they are spread. */
const words: readonly Measure['word'][] = ['mean', 'percentile', 'longest']

/**
 * The measure behind a column whose single values can be told: durations of facts. Pieces of spans
 * are no values of their own, and what is worked out from columns has none.
 */
export function distributedMeasure(
  type: ReportType,
  plan: ColumnPlan,
  { worth }: PlannedColumn
): Measure | undefined {
  if (!('measure' in worth)) return undefined
  const measure = plan.measures[worth.measure]
  const event = type.events[measure.event]
  const fits =
    words.includes(measure.word) &&
    event.fields[measure.field!].type === 'seconds' &&
    basisOf(measure, event) === 'facts'
  return fits ? measure : undefined
}
