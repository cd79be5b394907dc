import type {
  FeedColumn,
  FeedCondition,
  FeedType,
  ValuePart,
  ValueParts,
} from '#core/contracts/feed'
import type { Row, Scalar } from '#core/contracts/scalar'
import {
  partsOf,
  partType,
  valuesOf,
  type ColumnCondition,
} from '#core/reports/feed/check_narrowing'
import { wholeClock } from '#core/reports/feed/exact_filter'

/** Whether a finished row meets a condition that has been checked; what SQL says of calls, this says of rows. */
export function rowPredicate(
  columns: readonly FeedColumn[],
  condition: FeedCondition
): (row: Row) => boolean {
  if ('not' in condition) {
    const fits = rowPredicate(columns, condition.not)
    return (row) => !fits(row)
  }
  if ('every' in condition || 'some' in condition) {
    const isEvery = 'every' in condition
    const parts = (isEvery ? condition.every : condition.some).map((part) =>
      rowPredicate(columns, part)
    )
    return isEvery
      ? (row) => parts.every((fits) => fits(row))
      : (row) => parts.some((fits) => fits(row))
  }
  const column = columns.find(({ key }) => key === condition.column)!
  const type = partType(column, condition.as)
  const fits = compared(condition, type)
  return (row) => {
    const value = row[column.key] ?? null
    return fits(value === null ? null : comparable(takenOf(value, condition.as), type))
  }
}

/** Values of one column in an order: nothing first. */
export function compareValues(type: FeedType): (a: Scalar, b: Scalar) => number {
  return (a, b) => {
    if (a === null || b === null) return Number(b === null) - Number(a === null)
    const [left, right] = [comparable(a, type), comparable(b, type)]
    return left === right ? 0 : left! < right! ? -1 : 1
  }
}

function compared(condition: ColumnCondition, type: FeedType): (value: Scalar) => boolean {
  if ('is' in condition) {
    const asked = new Set(valuesOf(condition).map((value) => comparable(value, type)))
    return (value) => asked.has(value)
  }
  const text = (fits: (value: string) => boolean) => (value: Scalar) =>
    value !== null && fits(String(value))
  if ('contains' in condition) return text((value) => value.includes(condition.contains))
  if ('beginsWith' in condition) return text((value) => value.startsWith(condition.beginsWith))
  if ('endsWith' in condition) return text((value) => value.endsWith(condition.endsWith))
  const edge = (value: Scalar | undefined) =>
    value === undefined ? undefined : comparable(value, type)!
  const { from, to, above, below } = condition
  const [least, most, over, under] = [from, to, above, below].map(edge)
  return (value) =>
    value !== null &&
    (least === undefined || value >= least) &&
    (most === undefined || value <= most) &&
    (over === undefined || value > over) &&
    (under === undefined || value < under)
}

/** Moments are compared by when they are, whatever clock they were written by. */
function comparable(value: Scalar, type: FeedType): Scalar {
  if (value === null) return null
  if (type === 'moment') return Date.parse(String(value))
  if (type === 'clock') return wholeClock(String(value))
  return value
}

const takenOf = (value: NonNullable<Scalar>, as: ValueParts | undefined): Scalar =>
  partsOf(as).reduce<NonNullable<Scalar>>(partOf, value)

function partOf(value: NonNullable<Scalar>, as: ValuePart): NonNullable<Scalar> {
  const text = String(value)
  if (typeof as === 'object') {
    const at = text.indexOf(as.indexOf)
    return at < 0 ? -1 : [...text.slice(0, at)].length
  }
  switch (as) {
    case 'lower':
      return text.toLowerCase()
    case 'upper':
      return text.toUpperCase()
    case 'trimmed':
      return text.trim()
    case 'length':
      return [...text].length
    case 'year':
      return Number(text.slice(0, 4))
    case 'month':
      return Number(text.slice(5, 7))
    case 'day':
      return Number(text.slice(8, 10))
    case 'date':
      return text.slice(0, 10)
    case 'time':
      return wholeClock(text.replace(/^.*T/, '').replace(/(Z|[+-]\d\d:\d\d)$/, ''))
    default:
      return clockPart(text, as)
  }
}

function clockPart(text: string, as: 'hour' | 'minute' | 'second') {
  const clock = text.includes('T') ? text.slice(text.indexOf('T') + 1) : text
  const [hour, minute, second] = clock.split(/[:+Z-]/).map(Number)
  return { hour, minute, second: Math.floor(second ?? 0) }[as] ?? 0
}
