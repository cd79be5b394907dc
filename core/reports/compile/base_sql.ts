import type { Bindings } from '#core/reports/compile/bindings'
import { conditionSql } from '#core/reports/compile/condition_sql'
import { NONE, OTHER, type EventQuery } from '#core/reports/compile/event_query'
import { fieldColumn } from '#core/reports/compile/identifier'
import { lookupSql } from '#core/reports/compile/lookup_sql'

/**
 * The conditions that every statement begins with: this customer, these points, these objects, and
 * what the report type itself asks for. None is ever left out.
 */
export function baseConditions(
  query: EventQuery,
  bind: Bindings,
  points: readonly number[] = query.points.map(({ id }) => id)
): string[] {
  const { subject } = query
  const raws = [...new Set(subject.entries.map(({ raw }) => raw))]
  return [
    `customer = ${bind.bind('UInt32', query.customerId)}`,
    points.length === 1
      ? `point = ${bind.bind('UInt32', points[0])}`
      : `point IN ${bind.bind('Array(UInt32)', [...points])}`,
    `${fieldColumn(subject.field)} IN ${bind.bind('Array(String)', raws)}`,
    ...(isExact(query) ? [] : [`${subjectSql(query, bind)} != 0`]),
    ...(query.where ? [conditionSql(query.where, { event: query.event, bind })] : []),
    ...onlyPartSql(query, bind),
  ]
}

function onlyPartSql(query: EventQuery, bind: Bindings): string[] {
  if (!query.onlyPart) return []
  const { field, value } = query.onlyPart
  // What an event does not say is in no row of a part.
  if (!Object.hasOwn(query.event.fields, field)) return ['false']
  const part = partSql(query, field, bind)
  if (value === null) return [`isNull(${part})`]
  return [`${part} = ${bind.bind(typeof value === 'number' ? 'UInt32' : 'String', value)}`]
}

/** Whether an identifier among the chosen is enough to know whose a fact is. */
const isExact = ({ points, subject }: EventQuery) =>
  points.length === 1 &&
  subject.entries.every(({ from, to }) => from === -Infinity && to === Infinity)

/** The ordinal of the object, group or set of groups that a fact belongs to; 0 for none that was chosen. */
export function subjectSql(query: EventQuery, bind: Bindings): string {
  return lookupSql(
    {
      column: fieldColumn(query.subject.field),
      entries: query.subject.entries,
      points: query.points.map(({ id }) => id),
      type: 'UInt32',
      otherwise: 'toUInt32(0)',
    },
    bind
  )
}

/** The ordinal of an object of any field that the reader may see, `OTHER` for others; no object is one of them too. */
export function objectSql(query: EventQuery, field: string, bind: Bindings): string {
  return lookupSql(
    {
      column: fieldColumn(field),
      entries: query.masked(field) ? [] : query.visible(field),
      points: query.points.map(({ id }) => id),
      type: 'UInt32',
      otherwise: `toUInt32(${OTHER})`,
    },
    bind
  )
}

/** The object of a field, however it was written: what its own identifier would be. */
export function canonicalSql(query: EventQuery, field: string, bind: Bindings): string {
  return lookupSql(
    {
      column: fieldColumn(field),
      entries: query.renamed(field),
      points: query.points.map(({ id }) => id),
      type: 'String',
      otherwise: fieldColumn(field),
    },
    bind
  )
}

/** What a row's part is by: an object's ordinal, or the value as text. */
export function partSql(query: EventQuery, field: string, bind: Bindings): string {
  const column = fieldColumn(field)
  const { type } = query.event.fields[field]
  if (type === 'object') {
    return `if(${column} = '', toUInt32(${NONE}), ${objectSql(query, field, bind)})`
  }
  if (query.masked(field)) return `if(isNull(${column}), NULL, '')`
  return type === 'text' || type === 'phone' || type === 'choice'
    ? `CAST(${column}, 'Nullable(String)')`
    : `toString(${column})`
}
