import { baseConditions } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery } from '#core/reports/compile/event_query'
import { identifier } from '#core/reports/compile/identifier'
import { spansSql, zoneParts } from '#core/reports/compile/spans_sql'
import { windowSql } from '#core/reports/compile/window_sql'

/**
 * What follows FROM where the facts that began in the window are read. Of united spans those that began
 * within another are among them, marked `inside`; with `rows` each has the keys of its row.
 */
export function begunSql(query: EventQuery, bind: Bindings, rows = false): string {
  if (!query.unitedBy) {
    const conditions = [...baseConditions(query, bind), ...windowSql(query.window, bind)]
    return `${identifier(query.table)} FINAL WHERE ${conditions.join(' AND ')}`
  }
  const spans = zoneParts(query).map((zone) =>
    spansSql(query, zone, bind, { lasting: query.asOf, rows })
  )
  return `(${spans.join(' UNION ALL ')}) WHERE ${windowSql(query.window, bind).join(' AND ')}`
}
