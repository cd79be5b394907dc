import type { FactQuery } from '#core/facts/fact_store'
import { baseConditions } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import { SETTINGS, type EventQuery } from '#core/reports/compile/event_query'
import { afterSql, type OrderTerm } from '#core/reports/compile/feed_order_sql'
import { identifier } from '#core/reports/compile/identifier'
import { valueSql } from '#core/reports/compile/specification_statement'
import { windowSql } from '#core/reports/compile/window_sql'
import type { Scalar } from '#core/contracts/scalar'
import { isoDate } from '#core/reports/intervals/calendar_day'

/** A stretch of time, in milliseconds, half open. */
export interface TimeStretch {
  from: number
  to: number
}

export interface FeedPart {
  query: EventQuery
  bind: Bindings
  /** Read in this order, after point, moment and key. The values of the order's terms follow. */
  fields: readonly string[]
  /** What the filter says, as SQL of `bind`. */
  where?: string
  terms: readonly OrderTerm[]
  /** The values of the terms where the page before ended. */
  after?: readonly Scalar[]
  /** Only what lies in it is read. */
  stretch?: TimeStretch
  limit?: number
  skip?: number
}

type Question = Pick<FactQuery, 'sql' | 'params'>

const DAY = 86_400_000

/** A part of the calls, in order. */
export function feedStatement(part: FeedPart): Question {
  const { query, bind, fields, terms, limit, skip } = part
  const columns = [
    'point',
    'toUnixTimestamp64Milli(at)',
    'key',
    ...fields.map((field) => valueSql(query, field, bind)),
    ...terms.map(({ sql }) => sql),
  ]
  const order = terms.map(({ descending }, index) => {
    const place = columns.length - terms.length + index
    return `c${place} ${descending ? 'DESC' : 'ASC'}`
  })
  const rows = limit === undefined ? '' : ` LIMIT ${Number(limit)} OFFSET ${Number(skip ?? 0)}`
  return {
    sql: [
      `SELECT ${columns.map((column, index) => `${column} AS c${index}`).join(', ')}`,
      from(part),
      `ORDER BY ${order.join(', ')}${rows}`,
      SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}

/** How many calls there are of this filter. */
export function feedCount(part: FeedPart): Question {
  return { sql: `SELECT count()\n${from(part)}\n${SETTINGS}`, params: part.bind.params }
}

/** About how many there are before the filter. What a later version replaced counts too: that is known at once. */
export function feedEstimate(part: FeedPart): Question {
  const { query, bind, stretch } = part
  const conditions = [...baseConditions(query, bind), ...(stretch ? within(stretch, bind) : [])]
  return {
    sql: `SELECT count() FROM ${identifier(query.table)} WHERE ${conditions.join(' AND ')}`,
    params: bind.params,
  }
}

function from({ query, bind, where, terms, after, stretch }: FeedPart): string {
  const conditions = [
    ...baseConditions(query, bind),
    ...windowSql(query.window, bind),
    ...(stretch ? within(stretch, bind) : []),
    ...(where ? [where] : []),
    ...(after ? [afterSql(terms, after, bind)] : []),
  ]
  return `FROM ${identifier(query.table)} FINAL WHERE ${conditions.join(' AND ')}`
}

/** Local days are within a day of UTC's: that leaves the other months' parts unopened. */
function within({ from: begin, to }: TimeStretch, bind: Bindings): string[] {
  const at = (moment: number) => `fromUnixTimestamp64Milli(${bind.bind('Int64', moment)}, 'UTC')`
  const day = (moment: number) => bind.bind('Date', isoDate(Math.floor(moment / DAY)))
  return [
    `at >= ${at(begin)}`,
    `at < ${at(to)}`,
    `local_date >= ${day(begin - DAY)}`,
    `local_date <= ${day(to + DAY)}`,
  ]
}
