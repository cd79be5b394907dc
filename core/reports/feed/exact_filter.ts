import type { FeedCondition, FeedTable, FeedType } from '#core/contracts/feed'
import type { Scalar } from '#core/contracts/scalar'
import {
  columnOf,
  partType,
  valuesOf,
  type ColumnCondition,
} from '#core/reports/feed/check_narrowing'

/** A value as finely as a column holds values, rounded down, and whether anything was cut off. */
interface Cut {
  value: Scalar
  rest: boolean
}

/**
 * The same filter with values no finer than what they are compared with: "from 08:00:00.0000001" is
 * "above 08:00:00" where a column holds milliseconds. So it means the same in SQL and here, however many
 * digits a tool writes.
 */
export function exactFilter(table: FeedTable, condition: FeedCondition): FeedCondition {
  if ('not' in condition) return { not: exactFilter(table, condition.not) }
  if ('every' in condition) return { every: condition.every.map((one) => exactFilter(table, one)) }
  if ('some' in condition) return { some: condition.some.map((one) => exactFilter(table, one)) }
  if ('contains' in condition || 'beginsWith' in condition || 'endsWith' in condition) {
    return condition
  }
  const type = partType(columnOf(table, condition.column), condition.as)
  // Rows of a report hold numbers as they were worked out: those are compared as they are.
  const isCall = table.name === 'specification'
  return exactCondition(condition, (value) => cut(type, value, isCall))
}

function exactCondition(condition: ColumnCondition, exact: (value: Scalar) => Cut): FeedCondition {
  const { column, as } = condition
  const of = { column, ...(as !== undefined && { as }) }
  if ('is' in condition) {
    const values = valuesOf(condition)
      .map(exact)
      .flatMap(({ value, rest }) => (rest ? [] : [value]))
    return values.length ? { ...of, is: values } : { some: [] }
  }
  const edges = condition as { from?: Scalar; to?: Scalar; above?: Scalar; below?: Scalar }
  const names = { from: 'above', above: 'above', to: 'to', below: 'to' } as const
  const parts = Object.entries(names).flatMap(([name, whereCut]): FeedCondition[] => {
    const given = edges[name as keyof typeof names]
    if (given === undefined) return []
    const { value, rest } = exact(given)
    return [{ ...of, [rest ? whereCut : name]: value } as FeedCondition]
  })
  return parts.length === 0 ? condition : parts.length === 1 ? parts[0]! : { every: parts }
}

function cut(type: FeedType, value: Scalar, isCall: boolean): Cut {
  if (typeof value === 'number') return isCall ? cutNumber(type, value) : { value, rest: false }
  if (typeof value !== 'string') return { value, rest: false }
  if (type === 'moment') {
    const [, fraction = ''] = /\.(\d+)/.exec(value) ?? []
    const at = new Date(value.replace(/\.\d+/, `.${fraction.slice(0, 3).padEnd(3, '0')}`))
    return { value: at.toISOString(), rest: isMore(fraction) }
  }
  if (type === 'clock') {
    const [, fraction = ''] = /\.(\d+)/.exec(value) ?? []
    return { value: wholeClock(value), rest: isMore(fraction) }
  }
  return { value, rest: false }
}

const isMore = (fraction: string) => /[1-9]/.test(fraction.slice(3))

/** A time of the day with hours, minutes, seconds and milliseconds, so that times compare as texts. */
export function wholeClock(text: string): string {
  const [, minutes, seconds = '00', fraction = ''] =
    /^(\d\d:\d\d)(?::(\d\d)(?:\.(\d+))?)?$/.exec(text) ?? []
  return `${minutes}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`
}

/** Fields of calls hold whole numbers, or nine decimals. */
function cutNumber(type: FeedType, value: number): Cut {
  if (type === 'whole') return { value: Math.floor(value), rest: !Number.isInteger(value) }
  const nearest = Number(value.toFixed(9))
  if (nearest === value) return { value, rest: false }
  return { value: nearest < value ? nearest : Number((nearest - 1e-9).toFixed(9)), rest: true }
}
