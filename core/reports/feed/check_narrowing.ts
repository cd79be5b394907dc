import type {
  FeedColumn,
  FeedCondition,
  FeedTable,
  FeedType,
  Narrowing,
  ValuePart,
  ValueParts,
} from '#core/contracts/feed'
import type { Scalar } from '#core/contracts/scalar'
import { invalidNarrowing, unknownFeedColumn } from '#core/reports/errors'

/** A condition on one column. */
export type ColumnCondition = Extract<FeedCondition, { column: string }>

/**
 * Checks what is asked of a table against its columns, so that what is compiled or compared has
 * columns that exist and values of their kind.
 *
 * @throws E_UNKNOWN_COLUMN, E_INVALID_NARROWING
 */
export function checkNarrowing(table: FeedTable, narrowing: Narrowing): void {
  const { columns, filter, order, skip, limit, nameOf = (key: string) => key } = narrowing
  for (const key of columns ?? []) columnOf(table, key)
  for (const { column } of order ?? []) columnOf(table, column)
  if (filter) checkCondition(table, filter, nameOf, 0)
  for (const [name, value] of Object.entries({ skip, limit })) {
    if (value !== undefined && (!Number.isSafeInteger(value) || value < 0)) {
      throw invalidNarrowing(name, `The ${name} must be a whole number from 0.`)
    }
  }
}

/** @throws E_UNKNOWN_COLUMN */
export function columnOf({ columns }: FeedTable, key: string): FeedColumn {
  const found = columns.find((column) => column.key === key)
  if (!found) {
    throw unknownFeedColumn(
      key,
      columns.map((column) => column.key)
    )
  }
  return found
}

/** Conditions inside one another; nobody needs more. */
const DEEPEST = 100

function checkCondition(
  table: FeedTable,
  condition: FeedCondition,
  nameOf: (key: string) => string,
  depth: number
): void {
  if (depth > DEEPEST) throw invalidNarrowing('filter', 'The filter is too deep.')
  if ('not' in condition) return checkCondition(table, condition.not, nameOf, depth + 1)
  if ('every' in condition || 'some' in condition) {
    const parts = 'every' in condition ? condition.every : condition.some
    for (const part of parts) checkCondition(table, part, nameOf, depth + 1)
    return
  }
  const { key, ...kept } = columnOf(table, condition.column)
  const column = { ...kept, key: nameOf(key) }
  const type = partType(column, condition.as)
  for (const value of valuesOf(condition)) {
    if (value === null && 'is' in condition) continue
    if (!fits(type, value)) {
      throw invalidNarrowing(column.key, `"${column.key}" must be compared with ${kinds[type]}.`)
    }
  }
  const isPartOfText =
    'contains' in condition || 'beginsWith' in condition || 'endsWith' in condition
  if (isPartOfText && !isText(type)) {
    throw invalidNarrowing(column.key, `"${column.key}" is no text that could contain something.`)
  }
}

/** All that a condition compares its column with. */
export function valuesOf(condition: ColumnCondition): readonly Scalar[] {
  if ('is' in condition) {
    return typeof condition.is === 'object' && condition.is !== null ? condition.is : [condition.is]
  }
  if ('contains' in condition) return [condition.contains]
  if ('beginsWith' in condition) return [condition.beginsWith]
  if ('endsWith' in condition) return [condition.endsWith]
  const { from, to, above, below } = condition
  return [from, to, above, below].filter((value) => value !== undefined)
}

/**
 * What kind of value is left once a part was taken.
 *
 * @throws E_INVALID_NARROWING where the column has no such part
 */
export function partType({ key, type }: FeedColumn, as: ValueParts | undefined): FeedType {
  return partsOf(as).reduce((left, part) => onePartType(key, left, part), type)
}

/** The parts in the order they are taken. */
export const partsOf = (as: ValueParts | undefined): readonly ValuePart[] =>
  as === undefined ? [] : Array.isArray(as) ? as : [as as ValuePart]

function onePartType(key: string, type: FeedType, as: ValuePart): FeedType {
  if (as === 'lower' || as === 'upper' || as === 'trimmed') return ofText(key, type, 'text')
  if (as === 'length' || typeof as === 'object') return ofText(key, type, 'whole')
  const isDay = as === 'year' || as === 'month' || as === 'day'
  if (as === 'date' && (type === 'moment' || type === 'date')) return 'date'
  if (as === 'time' && (type === 'moment' || type === 'clock')) return 'clock'
  if (as !== 'date' && as !== 'time') {
    if (type === 'moment' || (type === 'date' && isDay)) return 'whole'
    if (type === 'clock' && !isDay) return 'whole'
  }
  throw invalidNarrowing(key, `"${key}" has no ${as}.`)
}

function ofText(key: string, type: FeedType, result: FeedType): FeedType {
  if (isText(type)) return result
  throw invalidNarrowing(key, `"${key}" is no text.`)
}

export const isText = (type: FeedType): boolean => type === 'text' || type === 'phone'

const kinds: Readonly<Record<FeedType, string>> = {
  text: 'a text',
  phone: 'a text',
  whole: 'a number',
  number: 'a number',
  flag: 'true or false',
  moment: 'a moment such as 2026-01-31T08:00:00+01:00',
  date: 'a date such as 2026-01-31',
  clock: 'a time of the day such as 07:30:00',
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)$/
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/

/** Whether there is such a day: 30 February is none. */
const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

function isMoment(text: string) {
  const [, day = '', clock = ''] = MOMENT.exec(text) ?? []
  return isDay(day) && CLOCK.test(clock) && !Number.isNaN(Date.parse(text))
}

function fits(type: FeedType, value: Scalar): boolean {
  switch (type) {
    case 'whole':
    case 'number':
      return typeof value === 'number' && Math.abs(value) < 1e20
    case 'flag':
      return typeof value === 'boolean'
    case 'moment':
      return typeof value === 'string' && isMoment(value)
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'clock':
      return typeof value === 'string' && CLOCK.test(value)
    default:
      return typeof value === 'string'
  }
}
