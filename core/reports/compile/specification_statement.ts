import type { Condition } from '#core/contracts/column'
import type { FactQuery } from '#core/facts/fact_store'
import { tracedSql } from '#core/reports/behind/traced_sql'
import type { TracedMeasure } from '#core/reports/behind/trace_column'
import { objectSql } from '#core/reports/compile/base_sql'
import { begunSql } from '#core/reports/compile/begun_sql'
import { Bindings } from '#core/reports/compile/bindings'
import { conditionSql } from '#core/reports/compile/condition_sql'
import { NONE, SETTINGS, type EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import type { CheckedOrder } from '#core/reports/specification_order'

/** Where a page ended: the moment in milliseconds, key and point of its last call, and what it was sorted by. */
export interface PagePlace {
  at: number
  key: string
  point: number
  /** Where calls are not sorted by their moment. */
  value?: number
}

export interface SpecificationPage {
  /** Read in this order, after point, moment in milliseconds, and key; before what calls are sorted by. */
  fields: readonly string[]
  conditions: readonly Condition[]
  /** Objects, by ordinal, that a field must be among; `none` where it may also hold no object. */
  objects: readonly { field: string; ordinals: readonly number[]; none: boolean }[]
  /** Only those that a figure is made of. */
  traced?: readonly TracedMeasure[]
  order: Pick<CheckedOrder, 'field' | 'descending'>
  after?: PagePlace
  /** All of them without a limit. */
  limit?: number
  /** Whether the answer also says how many calls there are without the limit. */
  counted?: boolean
}

type Question = Pick<FactQuery, 'sql' | 'params'>

/** The calls themselves: each with its point, moment, key and the fields asked for. */
export function specificationStatement(query: EventQuery, page: SpecificationPage): Question {
  const bind = new Bindings()
  const from = wantedSql(query, page, bind, beyond(page, bind))
  const columns = [
    'point',
    'toUnixTimestamp64Milli(at)',
    'key',
    ...page.fields.map((field) => valueSql(query, field, bind)),
    ...sortedBy(page.order),
  ]
  const direction = page.order.descending ? 'DESC' : 'ASC'
  const order = [...sortedBy(page.order), 'at', 'key', 'point']
    .map((column) => `${column} ${direction}`)
    .join(', ')
  return {
    sql: [
      `${bind.prologue}SELECT ${columns.map((column, index) => `${column} AS c${index}`).join(', ')}`,
      `FROM ${from}`,
      `ORDER BY ${order}${page.limit ? ` LIMIT ${Number(page.limit)}` : ''}`,
      page.counted ? `${SETTINGS}, exact_rows_before_limit = 1` : SETTINGS,
    ].join('\n'),
    params: bind.params,
  }
}

/** How many calls there are in all, whatever the page. */
export function specificationCount(query: EventQuery, page: SpecificationPage): Question {
  const bind = new Bindings()
  const from = wantedSql(query, page, bind)
  return { sql: `${bind.prologue}SELECT count() FROM ${from} ${SETTINGS}`, params: bind.params }
}

/** The sum of a field over all of them, decimals as text. */
export function specificationSum(
  query: EventQuery,
  page: SpecificationPage,
  field: string
): Question {
  const bind = new Bindings()
  const from = wantedSql(query, page, bind)
  const sum = `sum(${fieldColumn(field)})`
  const shown = query.event.fields[field].type === 'decimal' ? `toString(${sum})` : sum
  return { sql: `${bind.prologue}SELECT ${shown} FROM ${from} ${SETTINGS}`, params: bind.params }
}

/** What follows FROM, with the conditions. */
function wantedSql(
  query: EventQuery,
  page: SpecificationPage,
  bind: Bindings,
  more: readonly string[] = []
): string {
  const { conditions, objects, traced } = page
  // Spans that are one are one in what a figure counts; listed for themselves each is there.
  const begun = begunSql(traced ? query : { ...query, unitedBy: undefined }, bind)
  const wanted = [
    ...(traced ? tracedSql(traced, query, bind) : []),
    ...conditions.map((condition) => conditionSql(condition, { event: query.event, bind })),
    ...objects.map(({ field, ordinals, none }) => {
      const among = `${objectSql(query, field, bind)} IN ${bind.bind('Array(UInt32)', ordinals)}`
      return none ? `(${among} OR ${fieldColumn(field)} = '')` : among
    }),
    ...more,
  ]
  return [begun, ...wanted].join(' AND ')
}

function beyond({ after, order }: SpecificationPage, bind: Bindings): string[] {
  if (!after) return []
  const at = `fromUnixTimestamp64Milli(${bind.bind('Int64', after.at)}, 'UTC')`
  const place = [at, bind.bind('String', after.key), bind.bind('UInt32', after.point)]
  const beyondIt = order.descending ? '<' : '>'
  const [by] = sortedBy(order)
  if (by) {
    const value = bind.bind('Int64', after.value ?? 0)
    return [`(${by}, at, key, point) ${beyondIt} (${[value, ...place].join(', ')})`]
  }
  // The first condition says nothing new, but it is one that the sorting key can use.
  return [`at ${beyondIt}= ${at}`, `(at, key, point) ${beyondIt} (${place.join(', ')})`]
}

/** What calls are sorted by before their moment; those without a value come last, whichever way. */
function sortedBy({ field, descending }: SpecificationPage['order']): string[] {
  if (!field) return []
  const last = descending ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER
  return [`ifNull(${fieldColumn(field)}, toInt64(${last}))`]
}

/** A field as it is read: objects by their ordinal, decimals as text, moments in milliseconds. */
export function valueSql(query: EventQuery, name: string, bind: Bindings): string {
  const column = fieldColumn(name)
  switch (query.event.fields[name].type) {
    case 'object':
      return `if(${column} = '', toUInt32(${NONE}), ${objectSql(query, name, bind)})`
    case 'decimal':
      return `toString(${column})`
    case 'time':
      return `toUnixTimestamp64Milli(${column})`
    default:
      return column
  }
}
