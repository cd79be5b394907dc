import type { Column, Condition } from '#core/contracts/column'
import type { ReportType } from '#core/contracts/report_type'
import type { Row, Scalar } from '#core/contracts/scalar'

type Figures = Record<string, number | null>

/** What `from` and `to` of a repeated column's condition stand for. */
interface Limit {
  from: number
  to: number
}

/**
 * The columns of a report over some facts, worked out as plainly as can be: what reports are checked
 * against. A repeated column is the sum of its repetitions; a service level and what spans ask of
 * intervals are left out.
 *
 * @param limit where bounds stand for a limit or a band.
 */
export function evaluate(
  type: ReportType,
  facts: (event: string) => Row[],
  subject?: string,
  limit: Limit = { from: 0, to: 20 }
): Figures {
  const figures: Figures = {}
  const figure = (key: string): number | null => (figures[key] ??= worth(key))
  const worth = (key: string): number | null => {
    const column: Column = type.columns[key]!
    const { value } = column
    const name = column.of ?? Object.keys(type.events)[0]!
    const rows = facts(type.events[name]!.key).filter(
      (row) =>
        (subject === undefined || row[type.subject] === subject) &&
        (!type.where?.[name] || holds(type.where[name], row, limit))
    )
    if ('plus' in value) return value.plus.reduce((sum, part) => sum + (figure(part) ?? 0), 0)
    if ('minus' in value) return (figure(value.minus[0]) ?? 0) - (figure(value.minus[1]) ?? 0)
    if ('percent' in value) return quotient(figure(value.percent[0]), figure(value.percent[1]), 100)
    if ('ratio' in value)
      return quotient(figure(value.ratio[0]), figure(value.ratio[1]), value.times)
    return measured(column, rows, limit)
  }
  for (const key of Object.keys(type.columns)) figure(key)
  return figures
}

function measured({ value, per }: Column, all: Row[], limit: Limit): number | null {
  const where = 'where' in value ? value.where : undefined
  const repeated = per && 'field' in per ? per.field : undefined
  const rows = all.filter(
    (row) => (!where || holds(where, row, limit)) && (!repeated || (row[repeated] ?? null) !== null)
  )
  const values = (field: string) =>
    rows.map((row) => row[field] ?? null).filter((one) => one !== null) as number[]
  if ('count' in value) return rows.length
  if ('sum' in value) return values(value.sum).reduce((sum, one) => sum + one, 0)
  if ('mean' in value) {
    const measuredOnes = values(value.mean)
    return quotient(
      measuredOnes.reduce((sum, one) => sum + one, 0),
      measuredOnes.length,
      1
    )
  }
  if ('longest' in value) {
    const found = values(value.longest)
    return found.length === 0 ? null : Math.max(...found)
  }
  if ('distinct' in value) return new Set(values(value.distinct)).size
  return null
}

const quotient = (above: number | null, below: number | null, times = 1) =>
  above === null || !below ? null : (above / below) * times

export function holds(condition: Condition, row: Row, limit: Limit): boolean {
  if ('not' in condition) return !holds(condition.not, row, limit)
  if ('every' in condition) return condition.every.every((one) => holds(one, row, limit))
  if ('some' in condition) return condition.some.some((one) => holds(one, row, limit))
  const value = row[condition.field] ?? null
  if ('is' in condition) return ([condition.is].flat() as Scalar[]).includes(value)
  if ('contains' in condition)
    return typeof value === 'string' && value.includes(condition.contains)
  const { from = -Infinity, to = Infinity } = condition
  const bound = (edge: number | 'from' | 'to') => (typeof edge === 'number' ? edge : limit[edge])
  return typeof value === 'number' && value >= bound(from) && value <= bound(to)
}

/** Every partition that does not add up, in words. */
export function brokenPartitions(type: ReportType, facts: (event: string) => Row[]): string[] {
  const figures = evaluate(type, facts)
  return Object.entries<Column>(type.columns).flatMap(([key, { consistsOf }]) =>
    (consistsOf ?? []).flatMap((parts) => {
      const sum = parts.reduce((total, part) => total + (figures[part] ?? 0), 0)
      return sum === figures[key]
        ? []
        : [`${type.key}: ${key} is ${figures[key]} and ${parts.join(' + ')} is ${sum}`]
    })
  )
}
