import type {
  FeedColumn,
  FeedCondition,
  FeedType,
  ValuePart,
  ValueParts,
} from '#core/contracts/feed'
import type { Scalar } from '#core/contracts/scalar'
import { shownSql, type ShownColumn, type ShownPlace } from '#core/reports/compile/shown_sql'
import {
  isText,
  partsOf,
  partType,
  valuesOf,
  type ColumnCondition,
} from '#core/reports/feed/check_narrowing'

/**
 * A condition on what is shown as SQL. As with `conditionSql`, what comes out may be NULL for "not
 * true", and only `not` tells the two apart.
 */
export function feedConditionSql(
  condition: FeedCondition,
  columns: readonly ShownColumn[],
  place: ShownPlace
): string {
  const inside = (part: FeedCondition) => feedConditionSql(part, columns, place)
  if ('not' in condition) return `NOT ifNull(${inside(condition.not)}, false)`
  if ('every' in condition) return joined(condition.every.map(inside), 'AND', 'true')
  if ('some' in condition) return joined(condition.some.map(inside), 'OR', 'false')
  const column = columns.find(({ key }) => key === condition.column)!
  return column.key === 'id' && 'is' in condition && !condition.as
    ? isOneOf(condition, place)
    : compared(condition, column, place)
}

const joined = (parts: readonly string[], word: string, none: string) =>
  parts.length ? `(${parts.join(` ${word} `)})` : none

/** Single calls are looked up by what their table knows them by. */
function isOneOf(condition: ColumnCondition, { bind }: ShownPlace) {
  const parts = valuesOf(condition).flatMap((value) => {
    const [, point, key] = /^(\d{1,10})-(.*)$/s.exec(String(value)) ?? []
    if (key === undefined || Number(point) >= 2 ** 32) return []
    return `(point = ${bind.bind('UInt32', Number(point))} AND key = ${bind.bind('String', key)})`
  })
  return joined(parts, 'OR', 'false')
}

function compared(condition: ColumnCondition, column: ShownColumn, place: ShownPlace): string {
  const { bind } = place
  const shown = shownSql(column, place)
  const type = partType(column as unknown as FeedColumn, condition.as)
  const sql = partSql(shown, column, condition.as, place)
  const bound = (value: Scalar) => bind.bind(...typed(type, value))
  if ('is' in condition) {
    const values = valuesOf(condition)
    const known = values.filter((value) => value !== null)
    return joined(
      [
        ...known.map((value) => `${sql} = ${bound(value)}`),
        ...(values.includes(null) ? [column.nullable ? `isNull(${shown})` : 'false'] : []),
      ],
      'OR',
      'false'
    )
  }
  if ('contains' in condition) return `positionUTF8(${sql}, ${bound(condition.contains)}) > 0`
  if ('beginsWith' in condition) return `startsWith(${sql}, ${bound(condition.beginsWith)})`
  if ('endsWith' in condition) return `endsWith(${sql}, ${bound(condition.endsWith)})`
  const { from, to, above, below } = condition
  const edges = [
    [from, '>='],
    [to, '<='],
    [above, '>'],
    [below, '<'],
  ] as const
  const parts = edges.flatMap(([value, sign]) =>
    value === undefined || value === null ? [] : [`${sql} ${sign} ${bound(value)}`]
  )
  return parts.length ? joined(parts, 'AND', 'true') : `isNotNull(${shown})`
}

function partSql(
  shown: string,
  column: ShownColumn,
  as: ValueParts | undefined,
  place: ShownPlace
): string {
  // Low cardinality and enumerations compare as the texts they are.
  const whole = isText(column.type) ? `CAST(${shown}, 'Nullable(String)')` : shown
  return directParts(as).reduce((sql, part) => onePartSql(sql, part, place), whole)
}

/** The year of the date of a moment is the moment's own: what stands between is left out. */
const directParts = (as: ValueParts | undefined) =>
  partsOf(as).filter((part, at, all) => {
    const next = all[at + 1]
    if (part === 'date') return !['year', 'month', 'day', 'date'].includes(String(next))
    return part !== 'time' || !['hour', 'minute', 'second', 'time'].includes(String(next))
  })

function onePartSql(shown: string, as: ValuePart, place: ShownPlace): string {
  const text = `CAST(${shown}, 'Nullable(String)')`
  if (typeof as === 'object') {
    return `toInt64(positionUTF8(${text}, ${place.bind.bind('String', as.indexOf)})) - 1`
  }
  switch (as) {
    case 'lower':
      return `lowerUTF8(${text})`
    case 'upper':
      return `upperUTF8(${text})`
    case 'trimmed':
      return `trimBoth(${text})`
    case 'length':
      return `lengthUTF8(${text})`
    case 'date':
      return local((zone) => `toString(toDate(${shown}, ${zone}))`, place)
    case 'time':
      return local((zone) => `substring(toString(${shown}, ${zone}), 12)`, place)
    default: {
      const word = parts[as]
      return local((zone) => `${word}(${shown}, ${zone})`, place)
    }
  }
}

const parts = {
  year: 'toYear',
  month: 'toMonth',
  day: 'toDayOfMonth',
  hour: 'toHour',
  minute: 'toMinute',
  second: 'toSecond',
} as const

/** By the clock of each fact's collection point. Zones are the engine's own names, but are bound all the same. */
function local(of: (zone: string) => string, { query, bind }: ShownPlace): string {
  const zones = Map.groupBy(query.points, ({ clock }) => clock.zone)
  const branches = [...zones].map(([zone, points]) => ({
    ids: bind.bind(
      'Array(UInt32)',
      points.map(({ id }) => id)
    ),
    sql: of(bind.bind('String', zone)),
  }))
  if (branches.length === 1) return branches[0].sql
  const last = branches.pop()!
  return `multiIf(${branches.map(({ ids, sql }) => `point IN ${ids}, ${sql}`).join(', ')}, ${last.sql})`
}

/** The type that a value is bound as, and how it is written. */
function typed(type: FeedType, value: Scalar): [type: string, value: Scalar] {
  switch (type) {
    case 'whole':
      return Number.isSafeInteger(value) ? ['Int64', value] : ['Float64', value]
    case 'number':
      return ['Decimal(38, 9)', Number(value).toFixed(9)]
    case 'flag':
      return ['Bool', value]
    case 'moment':
      return [
        "DateTime64(3, 'UTC')",
        new Date(String(value)).toISOString().slice(0, -1).replace('T', ' '),
      ]
    default:
      return ['String', value]
  }
}
