import type { FactQuery } from '#core/facts/fact_store'
import { Bindings } from '#core/reports/compile/bindings'
import { conditionSql } from '#core/reports/compile/condition_sql'
import { SETTINGS, type EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn, identifier } from '#core/reports/compile/identifier'
import { valueSql } from '#core/reports/compile/specification_statement'
import { windowSql } from '#core/reports/compile/window_sql'

/** More than any call has at one kind of object; a call that has more is told up to here. */
const MOST = 500

/**
 * All that an event tells of one call at one collection point within the window, whoever may see its
 * objects: point, moment in milliseconds, key, then the event's fields in their order.
 */
export function legsStatement(
  query: Omit<EventQuery, 'subject' | 'measures' | 'part'>,
  { point, call }: { point: number; call: string }
): Pick<FactQuery, 'sql' | 'params'> {
  const bind = new Bindings()
  const { event, customerId, table, window } = query
  const asked = {
    ...query,
    subject: { field: '', entries: [], rows: 'total' as const },
    measures: [],
  }
  const columns = [
    'point',
    'toUnixTimestamp64Milli(at)',
    'key',
    ...Object.keys(event.fields).map((field) => valueSql(asked, field, bind)),
  ]
  const conditions = [
    `customer = ${bind.bind('UInt32', customerId)}`,
    `point = ${bind.bind('UInt32', point)}`,
    ...windowSql(window, bind),
    `${fieldColumn(event.call!)} = ${bind.bind('String', call)}`,
    ...(query.where ? [conditionSql(query.where, { event, bind })] : []),
  ]
  return {
    sql: [
      `SELECT ${columns.map((column, index) => `${column} AS c${index}`).join(', ')}`,
      `FROM ${identifier(table)} FINAL`,
      `WHERE ${conditions.join(' AND ')}`,
      `ORDER BY at, key LIMIT ${MOST}`,
      SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}
