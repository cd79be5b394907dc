import type { FactQuery } from '#core/facts/fact_store'
import { begunSql } from '#core/reports/compile/begun_sql'
import { Bindings } from '#core/reports/compile/bindings'
import { isKnown } from '#core/reports/compile/condition_sql'
import { SETTINGS, type EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import type { Measure } from '#core/reports/compile/measure'
import { measureConditions } from '#core/reports/compile/measure_sql'

/** Every value of a measure's field and how often it is there, the lowest first. */
export function distributionStatement(
  query: EventQuery,
  measure: Measure
): Pick<FactQuery, 'sql' | 'params'> {
  const bind = new Bindings()
  const column = fieldColumn(measure.field!)
  const conditions = [
    isKnown(query.event.fields[measure.field!], column),
    ...measureConditions(measure, query, bind),
  ]
  return {
    sql: [
      `${bind.prologue}SELECT ${column} AS v, count() AS c`,
      `FROM ${begunSql(query, bind)} AND ${conditions.join(' AND ')}`,
      'GROUP BY v ORDER BY v',
      SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}
