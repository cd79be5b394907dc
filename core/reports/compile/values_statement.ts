import type { Condition } from '#core/contracts/column'
import { baseConditions, objectSql } from '#core/reports/compile/base_sql'
import { Bindings } from '#core/reports/compile/bindings'
import { conditionSql, isKnown } from '#core/reports/compile/condition_sql'
import { SETTINGS, type EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn, identifier } from '#core/reports/compile/identifier'
import { spansSql, zoneParts } from '#core/reports/compile/spans_sql'
import { windowSql } from '#core/reports/compile/window_sql'

export interface FoundValuesQuery {
  field: string
  /** What the columns that are repeated by the field ask for: a value counts where any of them is met. */
  wheres: readonly (Condition | undefined)[]
  /** Whether spans count that only last in the period. */
  lasting: boolean
  limit: number
}

/** The values found in a field and how often each is there, the most frequent first; objects as ordinals. */
export function valuesStatement(
  query: EventQuery,
  { field, wheres, lasting, limit }: FoundValuesQuery
): { sql: string; params: Record<string, unknown> } | undefined {
  if (query.subject.entries.length === 0 || query.window.days.length === 0) return undefined
  const bind = new Bindings()
  const declared = query.event.fields[field]
  const column = fieldColumn(field)
  const value = declared.type === 'object' ? objectSql(query, field, bind) : column
  const asked = wheres.every((where) => where !== undefined)
    ? [
        conditionSql(
          { some: wheres.filter((where) => where !== undefined) },
          { event: query.event, bind }
        ),
      ]
    : []
  const conditions = [isKnown(declared, column), ...asked]
  const zones = lasting ? zoneParts(query) : []
  if (lasting && zones.length === 0) return undefined
  const from = lasting
    ? `(${zones.map((zone) => spansSql(query, zone, bind, { lasting: query.asOf, rows: false })).join(' UNION ALL ')}) WHERE ${conditions.join(' AND ')}`
    : `${identifier(query.table)} FINAL WHERE ${[...baseConditions(query, bind), ...windowSql(query.window, bind), ...conditions].join(' AND ')}`
  return {
    sql: [
      `SELECT ${value} AS v, count() AS c`,
      `FROM ${from}`,
      `GROUP BY v ORDER BY c DESC, v ASC LIMIT ${Number(limit)}`,
      SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}
