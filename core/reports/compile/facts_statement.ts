import { partSql, subjectSql } from '#core/reports/compile/base_sql'
import { begunSql } from '#core/reports/compile/begun_sql'
import { Bindings } from '#core/reports/compile/bindings'
import { SETTINGS, type EventQuery, type Statement } from '#core/reports/compile/event_query'
import { intervalSql } from '#core/reports/compile/interval_sql'
import type { Measure } from '#core/reports/compile/measure'
import { measureSql } from '#core/reports/compile/measure_sql'

type Placed = readonly { place: number; measure: Measure }[]
type Key = Statement['keys'][number]

/** Measures of facts where they began: rows and total in one pass, unless a fact is in several rows. */
export function factsStatements(query: EventQuery, measures: Placed): Statement[] {
  if (measures.length === 0) return []
  const whole = query.part === null
  if (query.unitedBy) {
    return [
      ...(whole ? [] : [unitedStatement(query, measures, true)]),
      unitedStatement(query, measures, false),
    ]
  }
  const overlap = query.subject.rows === 'several'
  if (whole || overlap) {
    return [
      ...(whole ? [] : [factsStatement(query, measures, 'rows')]),
      factsStatement(query, measures, 'total'),
    ]
  }
  return [factsStatement(query, measures, 'both')]
}

function factsStatement(query: EventQuery, measures: Placed, answers: Statement['answers']) {
  const bind = new Bindings()
  const keys = answers === 'total' ? [] : factKeys(query, bind)
  return grouped({ query, measures, bind, keys, answers, from: begunSql(query, bind) })
}

/** Spans that are one in their row count where the first of them began. */
function unitedStatement(query: EventQuery, measures: Placed, rows: boolean): Statement {
  const bind = new Bindings()
  const keys = rows ? spanKeys(query, intervalSql(query.interval, query.block)) : []
  const from = begunSql(query, bind, rows)
  return grouped({ query, measures, bind, keys, answers: rows ? 'rows' : 'total', from })
}

/** The keys of a fact's row and the SQL of each. */
function factKeys(query: EventQuery, bind: Bindings): [Key, string][] {
  const interval = intervalSql(query.interval, query.block)
  return [
    ...(interval ? [['interval', interval] as [Key, string]] : []),
    ...rowKeys(query, bind, subjectSql(query, bind)),
    ...(query.part ? [['part', partSql(query, query.part, bind)] as [Key, string]] : []),
  ]
}

/** The key of the object or group; a fact of several groups becomes several. */
function rowKeys(query: EventQuery, bind: Bindings, subject: string): [Key, string][] {
  const { rows, sets } = query.subject
  if (rows === 'total') return []
  if (rows === 'single') return [['subject', subject]]
  const groups = bind.bind('Array(Array(UInt32))', sets)
  return [['subject', `arrayJoin(arrayElement(${groups}, ${subject}))`]]
}

/** The keys of a span's row (see `spansSql`), where `interval` says the number of its interval. */
export const spanKeys = (
  query: EventQuery,
  interval: string | false | undefined
): [Key, string][] => [
  ...(interval ? [['interval', interval] as [Key, string]] : []),
  ...(query.subject.rows === 'total' ? [] : [['subject', 's'] as [Key, string]]),
  ...(query.part ? [['part', 'p'] as [Key, string]] : []),
]

export interface Grouped {
  query: EventQuery
  measures: Placed
  bind: Bindings
  keys: readonly [Key, string][]
  answers: Statement['answers']
  /** What follows FROM. */
  from: string
}

/** `SELECT keys, measures … GROUP BY keys`. */
export function grouped({ query, measures, bind, answers, from, ...given }: Grouped): Statement {
  // By a key that is always the same there is no row where there is no fact; without one there would be.
  const only: Grouped['keys'] = [['interval', 'toUInt8(0)']]
  const keys = given.keys.length === 0 && answers !== 'total' ? only : given.keys
  const all = measures.map(({ measure }) => measure)
  const columns = [
    ...keys.map(([key, sql]) => `${sql} AS k_${key}`),
    ...measures.map(
      ({ measure }, index) => `${measureSql(measure, query, bind, all)} AS m${index}`
    ),
  ]
  const by = keys.map(([key]) => `k_${key}`).join(', ')
  const totals = answers === 'both' ? ' WITH TOTALS' : ''
  return {
    sql: [
      `${bind.prologue}SELECT ${columns.join(', ')}`,
      `FROM ${from}`,
      ...(keys.length ? [`GROUP BY ${by}${totals}`] : []),
      ...(keys.length && query.limit ? [`LIMIT ${Number(query.limit)}`] : []),
      SETTINGS,
    ].join('\n'),
    params: bind.params,
    keys: keys.map(([key]) => key),
    places: measures.map(({ place }) => place),
    answers,
  }
}
