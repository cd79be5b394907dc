import type { Condition } from '#core/contracts/column'
import type { EventSchema } from '#core/contracts/event'
import type { ReportType } from '#core/contracts/report_type'
import type { FactQuery } from '#core/facts/fact_store'
import { baseConditions, objectSql, subjectSql } from '#core/reports/compile/base_sql'
import { Bindings } from '#core/reports/compile/bindings'
import { conditionSql, isKnown } from '#core/reports/compile/condition_sql'
import {
  NONE,
  OTHER,
  SETTINGS,
  type EventQuery,
  type SubjectKey,
} from '#core/reports/compile/event_query'
import { fieldColumn, identifier } from '#core/reports/compile/identifier'
import { windowSql } from '#core/reports/compile/window_sql'
import { isoDate } from '#core/reports/intervals/calendar_day'

/** One of the report's events, asked who was missed in it and who was reached. */
export interface FollowUpEvent {
  /** Its subject is every object of the report that the reader may see: who was reached at one of them was reached. */
  query: EventQuery
  /** The objects asked about: who was missed at one of them was missed. */
  chosen: SubjectKey
}

export interface FollowUpPage {
  followUp: NonNullable<ReportType['followUp']>
  /** Only those who were reached later, or only those who were not. */
  reached?: boolean
  /** Where the page before ended. */
  after?: { lastAt: number; party: string }
  limit?: number
}

type Question = Pick<FactQuery, 'sql' | 'params'>

/**
 * Who was missed in the period, whoever tried last first: party, how many times, the first of them, the
 * last time they tried in vain up to now and at which point, and when they were reached after that (0
 * where they were not). Moments in milliseconds.
 */
export function followUpStatement(events: readonly FollowUpEvent[], page: FollowUpPage): Question {
  const bind = new Bindings()
  const { reached, after, limit } = page
  const conditions = [
    ...(reached === undefined ? [] : [reached ? 'reached_at > 0' : 'reached_at = 0']),
    ...(after
      ? [
          `(last_at, party) < (${bind.bind('Int64', after.lastAt)}, ${bind.bind('String', after.party)})`,
        ]
      : []),
  ]
  return {
    sql: [
      'SELECT party, times, first_at, last_at, last_point, reached_at',
      `FROM (${parties(events, page, bind)})`,
      ...(conditions.length ? [`WHERE ${conditions.join(' AND ')}`] : []),
      `ORDER BY last_at DESC, party DESC${limit ? ` LIMIT ${Number(limit)}` : ''}`,
      SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}

/** How many were missed in the period, and how many of them were reached later. */
export function followUpCount(events: readonly FollowUpEvent[], page: FollowUpPage): Question {
  const bind = new Bindings()
  const from = parties(events, page, bind)
  return {
    sql: `SELECT count(), countIf(reached_at > 0) FROM (${from}) ${SETTINGS}`,
    params: bind.params,
  }
}

function parties(events: readonly FollowUpEvent[], page: FollowUpPage, bind: Bindings) {
  const attempts = events.map((event) => attemptsSql(event, page.followUp, bind))
  // Only who was missed in the period: what follows need not be gathered of all others.
  const missed = attempts.map(
    ({ from, inside, party }) => `SELECT ${party} AS party FROM ${from} AND ${inside}`
  )
  const all = attempts.map(
    ({ from, party, inside, missed: missing, reached }) =>
      `SELECT ${party} AS party, point, at, ifNull(${inside}, false) AS inside, ` +
      `ifNull(${missing}, false) AS missed, ifNull(${reached}, false) AS reached FROM ${from}`
  )
  const milliseconds = (moment: string) => `toUnixTimestamp64Milli(${moment})`
  return [
    'SELECT party, countIf(inside) AS times',
    `, ${milliseconds('minIf(at, inside)')} AS first_at`,
    `, ${milliseconds('maxIf(at, missed)')} AS last_at`,
    ', argMaxIf(point, at, missed) AS last_point',
    `, arrayMin(arrayFilter(moment -> moment >= last_at, groupArrayIf(${milliseconds('at')}, reached))) AS reached_at`,
    ` FROM (${all.join(' UNION ALL ')})`,
    ` WHERE party IN (${missed.join(' UNION ALL ')})`,
    ' GROUP BY party HAVING times > 0',
  ].join('')
}

/** The attempts of one event, from the period's first day on. */
function attemptsSql(
  { query, chosen }: FollowUpEvent,
  { party, missed, reached }: FollowUpPage['followUp'],
  bind: Bindings
) {
  const { event, window } = query
  const mine = `${subjectSql({ ...query, subject: chosen }, bind)} != 0`
  const missing = `(${conditionOf(missed, event, bind)} AND ${mine})`
  const conditions = [
    ...baseConditions(query, bind),
    `local_date >= ${bind.bind('Date', isoDate(window.first))}`,
    ...partyIsKnown(query, party, bind),
  ]
  return {
    from: `${identifier(query.table)} FINAL WHERE ${conditions.join(' AND ')}`,
    party: partySql(query, party, bind),
    inside: `(${[missing, ...windowSql(window, bind)].join(' AND ')})`,
    missed: missing,
    reached: conditionOf(reached, event, bind),
  }
}

/** An event that cannot answer a condition meets it never. */
const conditionOf = (condition: Condition, event: EventSchema, bind: Bindings) =>
  fieldsOf(condition).every((field) => Object.hasOwn(event.fields, field))
    ? conditionSql(condition, { event, bind })
    : 'false'

function fieldsOf(condition: Condition): string[] {
  if ('not' in condition) return fieldsOf(condition.not)
  if ('every' in condition) return condition.every.flatMap(fieldsOf)
  if ('some' in condition) return condition.some.flatMap(fieldsOf)
  return [condition.field]
}

/** Objects by their ordinal; each kind of party as text, so that events with different kinds meet. */
const partySql = (query: EventQuery, party: string, bind: Bindings) =>
  query.event.fields[party].type === 'object'
    ? `toString(${objectSql(query, party, bind)})`
    : `assumeNotNull(toString(${fieldColumn(party)}))`

/** Nobody is called back who is not known, and no object that the reader may not see. */
function partyIsKnown(query: EventQuery, party: string, bind: Bindings): string[] {
  const field = query.event.fields[party]
  const known = isKnown(field, fieldColumn(party))
  if (field.type !== 'object') return [known, `${fieldColumn(party)} != ''`]
  return [known, `${objectSql(query, party, bind)} NOT IN (${OTHER}, ${NONE})`]
}
