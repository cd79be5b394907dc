import { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery, Statement } from '#core/reports/compile/event_query'
import { grouped, spanKeys } from '#core/reports/compile/facts_statement'
import { intervalSql } from '#core/reports/compile/interval_sql'
import type { Measure } from '#core/reports/compile/measure'
import { spansSql, zoneParts, type ZonePart } from '#core/reports/compile/spans_sql'
import { rowTimes } from '#core/reports/intervals/row_times'

type Placed = readonly { place: number; measure: Measure }[]

/** Later than any moment: spans that still last have no end. */
const NEVER = 1e15

/**
 * Spans that last where each row ends, however long ago they began: begun before that moment and not
 * ended at it. A row that has not ended is counted as it stands now.
 */
export function openStatements(query: EventQuery, measures: Placed): Statement[] {
  if (measures.length === 0) return []
  const zones = zoneParts(query)
  if (zones.length === 0) return []
  return [
    ...(query.part === null ? [] : [openStatement(query, measures, zones, 'rows')]),
    openStatement(query, measures, zones, 'total'),
  ]
}

function openStatement(
  query: EventQuery,
  measures: Placed,
  zones: readonly ZonePart[],
  answers: 'rows' | 'total'
): Statement {
  const bind = new Bindings()
  const rows = answers === 'rows'
  const interval = rows && intervalSql(query.interval, query.block) !== undefined
  const keys = rows ? spanKeys(query, interval && 'i') : []
  const spans = zones
    .map((zone) => lastingSql(query, zone, bind, { rows, interval }))
    .join(' UNION ALL ')
  return grouped({ query, measures, bind, keys, answers, from: `(${spans})` })
}

function lastingSql(
  query: EventQuery,
  zone: ZonePart,
  bind: Bindings,
  { rows, interval }: { rows: boolean; interval: boolean }
): string {
  const { window, block, asOf } = query
  const times = rowTimes(window, query.interval, block, zone.clock, asOf)
  const spans = spansSql(query, zone, bind, { lasting: NEVER, rows })
  if (!interval) {
    const end = bind.bind('Int64', times.total.end)
    return `SELECT * FROM (${spans}) WHERE ${lastsAt(query, end)}`
  }
  const codes = bind.bind('Array(UInt32)', [...times.rows.keys()])
  const ends = bind.bind(
    'Array(Int64)',
    [...times.rows.values()].map(({ end }) => end)
  )
  const lasting = `arrayFilter((c, e) -> ${lastsAt(query, 'e')}, ${codes}, ${ends})`
  return `SELECT *, arrayJoin(${lasting}) AS i FROM (${spans})`
}

/** One that goes on where those before it end lasts there already. */
const lastsAt = ({ unitedBy }: EventQuery, end: string) =>
  `(a < ${end}${unitedBy ? ` OR inside AND a = ${end}` : ''}) AND u > ${end}`
