import type { Answer } from '#core/contracts/question'
import type { Row } from '#core/contracts/scalar'
import { quantile } from '#core/reports/headline/quantile'

/** The figures of one day. */
export type UsualDay = Pick<Answer, 'rows' | 'total'>

/** What names a row. */
const naming = ['interval', 'object', 'objectName', 'group', 'groupName'] as const

/** Median, lower and upper quartile of each figure over the days that have figures. */
export function usualOf({ days, ...answer }: Omit<Answer, 'days'> & { days: UsualDay[] }): Answer {
  const keys = answer.columns.map(({ key }) => key)
  const counted = days.filter(({ total }) => keys.some((key) => total?.[key]))
  const rows = Map.groupBy(
    counted.flatMap((day) => day.rows),
    (row) => JSON.stringify(naming.map((name) => row[name] ?? null))
  )
  const at = (share: number) => (of: readonly Row[]) => atShare(of, keys, share)
  const [low, middle, high] = [at(0.25), at(0.5), at(0.75)]
  const every = [...rows.values()]
  const totals = counted.flatMap(({ total }) => (total ? [total] : []))
  return {
    ...answer,
    rows: every.map(middle),
    low: every.map(low),
    high: every.map(high),
    total: totals.length > 0 ? withoutNames(middle(totals)) : null,
    days: counted.length,
  }
}

function atShare(rows: readonly Row[], keys: readonly string[], share: number): Row {
  const names = Object.fromEntries(
    naming.flatMap((name) => (rows[0] && name in rows[0] ? [[name, rows[0][name]!]] : []))
  )
  const values = keys.map((key) => [key, quantile(rows, key, share)] as const)
  return { ...names, ...Object.fromEntries(values) }
}

const withoutNames = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([key]) => !naming.some((name) => name === key)))
