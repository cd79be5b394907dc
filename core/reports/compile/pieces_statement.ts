import { Bindings } from '#core/reports/compile/bindings'
import type { EventQuery, Statement } from '#core/reports/compile/event_query'
import { grouped, spanKeys } from '#core/reports/compile/facts_statement'
import { intervalSql } from '#core/reports/compile/interval_sql'
import type { Measure } from '#core/reports/compile/measure'
import { spanColumns, spansSql, zoneParts, type ZonePart } from '#core/reports/compile/spans_sql'
import { daysSql, minutesSql } from '#core/reports/compile/window_sql'
import { hoursOf } from '#core/reports/intervals/hours_of'
import type { ReportWindow } from '#core/reports/intervals/report_window'

type Placed = readonly { place: number; measure: Measure }[]

/**
 * Measures of spans by their pieces: a row's piece of a span is the time that both have in common,
 * in whole seconds. The total has pieces of its own, over the whole period.
 */
export function piecesStatements(query: EventQuery, measures: Placed): Statement[] {
  if (measures.length === 0) return []
  const zones = zoneParts(query)
  if (zones.length === 0) return []
  const keyless = query.subject.rows === 'total' && !query.part && query.interval === 'period'
  if (keyless && query.part !== null) return [piecesStatement(query, measures, zones, 'both')]
  const whole = query.part === null
  return [
    ...(whole ? [] : [piecesStatement(query, measures, zones, 'rows')]),
    piecesStatement(query, measures, zones, 'total'),
  ]
}

function piecesStatement(
  query: EventQuery,
  measures: Placed,
  zones: readonly ZonePart[],
  answers: Statement['answers']
): Statement {
  const bind = new Bindings()
  const rows = answers === 'rows'
  const interval = rows && intervalSql(query.interval, query.block) !== undefined
  const keys = rows ? spanKeys(query, interval && 'i') : []
  const slots = zones.map((zone) => spreadSql(query, zone, bind, { rows, interval }))
  const spread = slots.join(' UNION ALL ')
  // Sums and distincts need no more; a mean or the longest must see each piece whole. United spans are put
  // together by the measures themselves, as conditions may tell their spans apart.
  const whole =
    !query.unitedBy &&
    measures.some(({ measure }) => measure.word === 'mean' || measure.word === 'longest')
  const from = whole ? joined(query, spread, rows, interval) : `(${spread})`
  return grouped({ query, measures, bind, keys, answers, from })
}

/** A span touches a row in several slots: together they are its piece there. */
function joined(query: EventQuery, spread: string, rows: boolean, interval: boolean) {
  const same = [...(interval ? ['i'] : []), ...spanColumns(query, rows)].join(', ')
  const sums = `SELECT ${same}, sum(piece) AS whole FROM (${spread}) GROUP BY ${same}`
  return `(SELECT ${same}, whole AS piece FROM (${sums}))`
}

interface Answered {
  rows: boolean
  interval: boolean
}

/** Divides the spans of one zone by day, or by slot where rows are shorter than days. */
function spreadSql(
  query: EventQuery,
  zone: ZonePart,
  bind: Bindings,
  { rows, interval }: Answered
): string {
  const byDay = dayStretches(query, zone)
  const spans = spansSql(query, zone, bind, { lasting: query.asOf, rows })
  const columns = spanColumns(query, rows).join(', ')
  const reach = {
    from: `greatest(a, ${bind.bind('Int64', zone.reach.from)})`,
    to: `least(u, ${bind.bind('Int64', zone.reach.to)})`,
  }
  return byDay && (!interval || query.interval !== 'timeOfDay')
    ? spreadByDay({ query, zone, bind, interval, columns, spans, reach }, byDay)
    : spreadBySlot({ query, zone, bind, interval, columns, spans, reach })
}

interface Spread {
  query: EventQuery
  zone: ZonePart
  bind: Bindings
  interval: boolean
  columns: string
  spans: string
  reach: { from: string; to: string }
}

function spreadByDay(
  { query, zone, bind, interval, columns, spans, reach }: Spread,
  stretches: { from: number[]; to: number[] }
) {
  const tz = bind.bind('String', zone.clock.zone)
  const first = bind.bind('UInt32', query.window.days[0])
  const dayOf = (moment: string) => `toUInt32(toUInt16(toDate(toDateTime(${moment}, ${tz}))))`
  const days = `range(${dayOf(reach.from)}, ${dayOf(`${reach.to} - 1`)} + 1)`
  const edge = (name: 'from' | 'to') =>
    `arrayElement(${bind.bind('Array(UInt32)', stretches[name])}, day - ${first} + 1)`
  const date = 'toDate(toUInt16(day))'
  const key = interval ? `, ${intervalSql(query.interval, query.block, date)} AS i` : ''
  return (
    `SELECT ${columns}${key}, toInt64(least(u, ${edge('to')})) - toInt64(greatest(a, ${edge('from')})) AS piece ` +
    `FROM (SELECT *, arrayJoin(${days}) AS day FROM (${spans})) WHERE piece > 0`
  )
}

function spreadBySlot({ query, zone, bind, interval, columns, spans, reach }: Spread) {
  const { window } = query
  const tz = bind.bind('String', zone.clock.zone)
  const length = bind.bind('Int64', slotSeconds(query, zone))
  const slots = `range(toUInt32(intDiv(${reach.from}, ${length})), toUInt32(intDiv(${reach.to} - 1, ${length})) + 1)`
  const begin = `toDateTime(slot * ${length}, ${tz})`
  const date = `toDate(${begin})`
  const minute = `(toHour(${begin}) * 60 + toMinute(${begin}))`
  const key = interval ? `, ${intervalSql(query.interval, query.block, 'd', 'm')} AS i` : ''
  const conditions = [
    'piece > 0',
    ...daysSql(window, 'd', bind),
    ...minutesSql(window, 'm', 'd', bind),
  ]
  const cut = (word: 'least' | 'greatest', edge: string, slot: string) =>
    `${word}(${edge}, toInt64(${slot} * ${length}))`
  const cuts =
    `SELECT ${columns}${key}, ${cut('least', reach.to, '(slot + 1)')} - ${cut('greatest', reach.from, 'slot')} AS piece, ` +
    `${date} AS d, ${minute} AS m ` +
    `FROM (SELECT *, arrayJoin(${slots}) AS slot FROM (${spans})) WHERE ${conditions.join(' AND ')}`
  // Zones are put together, and one of them may be divided by day.
  return `SELECT ${columns}${interval ? ', i' : ''}, piece FROM (${cuts})`
}

/**
 * The window of each day from the first to the last, by real time; nothing on days that
 * do not count. Undefined where a clock change divides one of them.
 */
function dayStretches({ window }: EventQuery, { clock }: ZonePart) {
  const counted = new Set(window.days)
  const from: number[] = []
  const to: number[] = []
  for (let day = window.days[0]; day <= window.days[window.days.length - 1]; day++) {
    const stretches = counted.has(day)
      ? hoursOf(window, day).flatMap((hours) => clock.stretches(day, hours.from, hours.to))
      : []
    const joins = stretches.every(
      (one, index) => index === 0 || stretches[index - 1].to === one.from
    )
    if (!joins) return undefined
    from.push(stretches[0]?.from ?? 0)
    to.push(stretches[stretches.length - 1]?.to ?? 0)
  }
  return { from, to }
}

/** The longest slot that lies wholly in or out of every block and of the window, whatever the offset of the zone. */
function slotSeconds({ window, block, interval }: EventQuery, { clock, reach }: ZonePart): number {
  const minutes = [
    ...edges(window),
    ...(interval === 'timeOfDay' ? [block] : []),
    ...[reach.from, (reach.from + reach.to) / 2, reach.to].map((at) => clock.offset(at) / 60),
    ...window.days.map((day) => clock.offset(clock.dayStart(day)) / 60),
  ]
  return [60, 30, 15, 5].find((slot) => minutes.every((minute) => minute % slot === 0))! * 60 || 60
}

/** The minutes at which something of the window begins or ends. */
const edges = ({ open, fromMinute, toMinute }: ReportWindow) =>
  open
    ? [...open.values()].flatMap((hours) => hours.flatMap(({ from, to }) => [from, to]))
    : [fromMinute, toMinute]
