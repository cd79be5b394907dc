import type { Bindings } from '#core/reports/compile/bindings'
import { isKnown } from '#core/reports/compile/condition_sql'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import { measureConditions } from '#core/reports/compile/measure_sql'
import type { TracedMeasure } from '#core/reports/behind/trace_column'

/**
 * Which facts a figure is made of: those that it counts and does not take away again, and of what is
 * measured those that have a value.
 */
export function tracedSql(
  measures: readonly TracedMeasure[],
  query: EventQuery,
  bind: Bindings
): string[] {
  const each = measures.map(({ times, measure }) => {
    const { field } = measure
    const known = field ? [isKnown(query.event.fields[field], fieldColumn(field))] : []
    return { times, when: [...known, ...measureConditions(measure, query, bind)] }
  })
  if (each.length === 1) return each[0].when
  const all = each.map(({ times, when }) => ({
    times,
    when: when.length ? `(${when.join(' AND ')})` : 'true',
  }))
  const fields = new Set(measures.map(({ measure }) => measure.field))
  if (fields.size > 1) return [`(${all.map(({ when }) => when).join(' OR ')})`]
  return [`(${all.map(({ times, when }) => `if(${when}, ${times}, 0)`).join(' + ')}) != 0`]
}
