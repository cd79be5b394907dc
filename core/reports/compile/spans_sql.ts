import { baseConditions, partSql, subjectSql } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn, identifier } from '#core/reports/compile/identifier'
import { unitedSpansSql } from '#core/reports/compile/united_spans_sql'
import { isoDate } from '#core/reports/intervals/calendar_day'
import type { Stretch, ZoneClock } from '#core/reports/intervals/zone_clock'

/** The points of one zone, and the real time between the beginning of the period's first day there and the end of its last. */
export interface ZonePart {
  clock: ZoneClock
  points: readonly number[]
  reach: Stretch
}

export function zoneParts({ points, window }: EventQuery): ZonePart[] {
  if (window.days.length === 0) return []
  const first = window.days[0]
  const last = window.days[window.days.length - 1]
  return [...Map.groupBy(points, ({ clock }) => clock.zone).values()].map((some) => {
    const { clock } = some[0]
    const reach = { from: clock.dayStart(first), to: clock.dayStart(last + 1) }
    return { clock, points: some.map(({ id }) => id), reach }
  })
}

export interface SpansAsked {
  /** Where spans end whose seconds are null: they last until then. */
  lasting: number
  /** Whether they are read for rows, whose keys are then `s` and `p`, or for the total. */
  rows: boolean
}

/**
 * The spans of one zone that last at some time of the period, also those that began before it: each
 * with its first second `a`, its end `u`, when it began locally, and its `spanColumns`.
 */
export function spansSql(
  query: EventQuery,
  { points, reach }: ZonePart,
  bind: Bindings,
  { lasting, rows }: SpansAsked
): string {
  const { event, table } = query
  const seconds = fieldColumn(event.spans!)
  const after = query.spansAfter ? ` + ifNull(${fieldColumn(query.spansAfter)}, 0)` : ''
  const end = bind.bind('Int64', lasting)
  const conditions = [
    ...baseConditions(query, bind, points),
    // Months after the period need not be opened at all.
    `local_date <= ${bind.bind('Date', isoDate(query.window.last + 1))}`,
    `toInt64(toUnixTimestamp(at)) < ${bind.bind('Int64', reach.to)}`,
    `(u > ${bind.bind('Int64', reach.from)} OR a = ${bind.bind('Int64', reach.from)})`,
  ]
  const columns = [
    'local_date',
    'local_minute',
    ...factColumns(query),
    `toInt64(toUnixTimestamp(at))${after} AS a`,
    `ifNull(a + ${seconds}, greatest(${end}, a)) AS u`,
    ...(rows ? [`${subjectKeySql(query, bind)} AS s`] : []),
    ...(rows && query.part ? [`${partSql(query, query.part, bind)} AS p`] : []),
  ]
  const found = `SELECT ${columns.join(', ')} FROM ${identifier(table)} FINAL WHERE ${conditions.join(' AND ')}`
  return query.unitedBy ? unitedSpansSql(query, found, bind, rows) : found
}

/** What a statement over spans may read of each, beside `a`, `u` and the keys of its row. */
export const spanColumns = (query: EventQuery, rows: boolean): string[] => [
  ...factColumns(query),
  ...(query.unitedBy ? ['inside', 'head'] : []),
  ...(rows ? ['s', ...(query.part ? ['p'] : [])] : []),
]

const factColumns = ({ event }: EventQuery) => [
  'point',
  'key',
  'at',
  ...Object.keys(event.fields).map((field) => fieldColumn(field)),
]

/** The row's object or group; a span of several groups becomes several. */
function subjectKeySql(query: EventQuery, bind: Bindings): string {
  const subject = subjectSql(query, bind)
  if (query.subject.rows !== 'several') return subject
  const groups = bind.bind('Array(Array(UInt32))', query.subject.sets)
  return `arrayJoin(arrayElement(${groups}, ${subject}))`
}
