import type { Condition } from '#core/contracts/column'
import type { EventSchema, Field } from '#core/contracts/event'
import type { Scalar } from '#core/contracts/scalar'
import type { Bindings } from '#core/reports/compile/bindings'
import { fieldColumn } from '#core/reports/compile/identifier'

export interface ConditionPlace {
  event: EventSchema
  bind: Bindings
  /** The SQL that holds a field; by default its column. */
  column?: (field: string) => string
}

/**
 * A condition as SQL. What comes out may be NULL for "not true": every aggregate and WHERE reads it
 * so, and `not` alone has to tell the two apart, so nothing else pays for being two-valued.
 */
export function conditionSql(condition: Condition, place: ConditionPlace): string {
  if ('not' in condition) return `NOT ifNull(${conditionSql(condition.not, place)}, false)`
  if ('every' in condition) return several(condition.every, 'AND', 'true', place)
  if ('some' in condition) return several(condition.some, 'OR', 'false', place)
  const field = place.event.fields[condition.field]
  const column = (place.column ?? fieldColumn)(condition.field)
  if ('is' in condition) return among(condition.is, field, column, place.bind)
  if ('contains' in condition) {
    const part = place.bind.bind('String', condition.contains)
    return `positionCaseInsensitiveUTF8(${column}, ${part}) > 0`
  }
  return within(condition, field, column, place.bind)
}

function several(
  conditions: readonly Condition[],
  word: 'AND' | 'OR',
  ofNone: string,
  place: ConditionPlace
) {
  if (conditions.length === 0) return ofNone
  return `(${conditions.map((condition) => conditionSql(condition, place)).join(` ${word} `)})`
}

function among(is: Scalar | readonly Scalar[], field: Field, column: string, bind: Bindings) {
  const asked: readonly Scalar[] = typeof is === 'object' && is !== null ? is : [is]
  const values = asked.filter((value) => value !== null).map((value) => bound(value, field))
  const type = sqlType(field)
  const parts = []
  if (values.length === 1) parts.push(`${column} = ${bind.bind(type, values[0])}`)
  if (values.length > 1) parts.push(`${column} IN ${bind.bind(`Array(${type})`, values)}`)
  if (asked.includes(null)) parts.push(isNull(field, column))
  return parts.length === 1 ? parts[0] : `(${parts.join(' OR ') || 'false'})`
}

function within(
  { from, to }: { from?: unknown; to?: unknown },
  field: Field,
  column: string,
  bind: Bindings
) {
  const type = sqlType(field)
  const edges = [
    ...(typeof from === 'number' ? [`${column} >= ${bind.bind(type, bound(from, field))}`] : []),
    ...(typeof to === 'number' ? [`${column} <= ${bind.bind(type, bound(to, field))}`] : []),
  ]
  return edges.length ? `(${edges.join(' AND ')})` : isKnown(field, column)
}

/** Objects are kept without NULL: no object is an empty text. */
export const isNull = (field: Field, column: string): string =>
  field.type === 'object' ? `${column} = ''` : `isNull(${column})`

export const isKnown = (field: Field, column: string): string =>
  field.type === 'object' ? `${column} != ''` : `isNotNull(${column})`

/** The type that a value is bound as to be compared with a field. */
export function sqlType(field: Field): string {
  switch (field.type) {
    case 'seconds':
    case 'number':
      return 'Int64'
    case 'decimal':
      return 'Decimal(38, 9)'
    case 'flag':
      return 'Bool'
    case 'time':
      return "DateTime64(3, 'UTC')"
    default:
      return 'String'
  }
}

function bound(value: Scalar, field: Field): Scalar {
  if (field.type === 'decimal') return decimalText(value)
  if (field.type === 'time')
    return new Date(String(value)).toISOString().slice(0, -1).replace('T', ' ')
  return value
}

/** A decimal as ClickHouse reads it: JavaScript writes small numbers with an exponent. */
const decimalText = (value: Scalar) =>
  typeof value === 'number' ? value.toFixed(9) : String(value)
