import type { Bindings } from '#core/reports/compile/bindings'
import { shownSql, type ShownColumn, type ShownPlace } from '#core/reports/compile/shown_sql'
import type { Scalar } from '#core/contracts/scalar'
import { isText } from '#core/reports/feed/check_narrowing'

/** One thing that calls are ordered by: never NULL, so that a place can be compared with it. */
export interface OrderTerm {
  sql: string
  /** What its value is bound as. */
  type: string
  descending: boolean
}

/** Moments in milliseconds, which travel as numbers. */
const MOMENT = 'toUnixTimestamp64Milli(at)'

/**
 * What calls are ordered by: the columns asked for, nothing before everything, and then by moment, key
 * and point, so that no two calls are at one place.
 */
export function orderTerms(
  order: readonly { column: string; descending?: true }[],
  columns: readonly ShownColumn[],
  place: ShownPlace
): OrderTerm[] {
  const asked = order.flatMap(({ column: key, descending = false }) => {
    const column = columns.find((one) => one.key === key)!
    return columnTerms(column, Boolean(descending), place)
  })
  // What is ordered by when it came reads the same way all through.
  const back = isByStart(order) && Boolean(order[0]?.descending)
  const ends = [
    { sql: MOMENT, type: 'Int64', descending: back },
    { sql: 'key', type: 'String', descending: back },
    { sql: 'point', type: 'UInt32', descending: back },
  ]
  return isByStart(order) ? ends : [...asked, ...ends]
}

/** Whether calls come in the order of time, one way or the other, so that they can be read stretch by stretch. */
export const isByStart = (order: readonly { column: string }[]): boolean =>
  order.length === 0 || (order.length === 1 && order[0].column === 'start')

function columnTerms(column: ShownColumn, descending: boolean, place: ShownPlace): OrderTerm[] {
  const shown = shownSql(column, place)
  const { sql, type, none } = comparable(shown, column)
  if (!column.nullable) return [{ sql, type, descending }]
  return [
    { sql: `toUInt8(isNotNull(${shown}))`, type: 'UInt8', descending },
    { sql: `ifNull(${sql}, ${none})`, type, descending },
  ]
}

function comparable(shown: string, { type }: ShownColumn) {
  if (isText(type)) {
    return { sql: `CAST(${shown}, 'Nullable(String)')`, type: 'String', none: "''" }
  }
  if (type === 'moment') {
    return { sql: `toUnixTimestamp64Milli(${shown})`, type: 'Int64', none: 'toInt64(0)' }
  }
  if (type === 'flag') return { sql: `toUInt8(${shown})`, type: 'UInt8', none: 'toUInt8(0)' }
  if (type === 'number') {
    return { sql: shown, type: 'Decimal(38, 9)', none: 'toDecimal128(0, 9)' }
  }
  return { sql: shown, type: 'Int64', none: 'toInt64(0)' }
}

/** Only what comes after a place: further on in the first term that differs. */
export function afterSql(
  terms: readonly OrderTerm[],
  values: readonly Scalar[],
  bind: Bindings
): string {
  const bound = terms.map(({ type }, index) => bind.bind(type, values[index]))
  const parts = terms.map(({ sql, descending }, index) => {
    const same = terms.slice(0, index).map((term, at) => `${term.sql} = ${bound[at]}`)
    return [...same, `${sql} ${descending ? '<' : '>'} ${bound[index]}`].join(' AND ')
  })
  return `(${parts.map((part) => `(${part})`).join(' OR ')})`
}
