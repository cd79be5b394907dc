import { baseConditions, partSql, subjectSql } from '#core/reports/compile/base_sql'
import type { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn, identifier } from '#core/reports/compile/identifier'
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

/**
 * The spans of one zone that last at some time of the period, also those that began before it: each
 * with its first second `a`, its end `u`, its fields, and the keys of its rows. A span whose seconds
 * are null lasts until `lasting`.
 */
export function spansSql(
  query: EventQuery,
  { points, reach }: ZonePart,
  bind: Bindings,
  lasting: number
): string {
  const { event, table } = query
  const seconds = fieldColumn(event.spans!)
  const end = bind.bind('Int64', lasting)
  const conditions = [
    ...baseConditions(query, bind, points),
    // Months after the period need not be opened at all.
    `local_date <= ${bind.bind('Date', isoDate(query.window.last + 1))}`,
    `a < ${bind.bind('Int64', reach.to)}`,
    `(u > ${bind.bind('Int64', reach.from)} OR a = ${bind.bind('Int64', reach.from)})`,
  ]
  const columns = [
    'point',
    'key',
    'at',
    ...Object.keys(event.fields).map((field) => fieldColumn(field)),
    `toInt64(toUnixTimestamp(at)) AS a`,
    `ifNull(a + ${seconds}, greatest(${end}, a)) AS u`,
    `${subjectSql(query, bind)} AS s`,
    ...(query.part ? [`${partSql(query, query.part, bind)} AS p`] : []),
  ]
  return `SELECT ${columns.join(', ')} FROM ${identifier(table)} FINAL WHERE ${conditions.join(' AND ')}`
}
