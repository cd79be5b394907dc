import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row, Scalar } from '#core/contracts/scalar'

/** What is told of a column. */
type What = 'a' | 'b' | 'difference' | 'change'

/** A word of ours, by its key. */
export type Say = (key: string, values?: Record<string, string>) => string

const measured = new Set<ColumnInfo['unit']>(['count', 'number', 'percent', 'seconds'])

export const isMeasured = ({ unit }: Pick<ColumnInfo, 'unit'>) => measured.has(unit)
export const under = (key: string, what: What) => `${key}__${what}`

/** The columns of one side and, after them, those that only the other one has. */
export function unionOf(a: readonly ColumnInfo[], b: readonly ColumnInfo[]): ColumnInfo[] {
  const known = new Set(a.map(({ key }) => key))
  return [...a, ...b.filter(({ key }) => !known.has(key))]
}

/** A column as A, as B, as A − B, and as what that is in percent of B. */
export function comparedColumns(column: ColumnInfo, say: Say): ColumnInfo[] {
  const sub = (what: What, word: string, unit = column.unit): ColumnInfo => ({
    key: under(column.key, what),
    label: `${column.label} · ${say(`comparison.${word}`)}`,
    description: say(`comparison.describe.${word}`, { column: column.label }),
    unit,
    consistsOf: [],
  })
  const sides = [sub('a', 'a'), sub('b', 'b')]
  if (!isMeasured(column)) return sides
  // What a percentage is more than another is told in percentage points; less than no time is no time of day.
  if (column.unit === 'percent') return [...sides, sub('difference', 'points', 'number')]
  const seconds = column.unit === 'seconds'
  const difference = seconds
    ? sub('difference', 'seconds', 'number')
    : sub('difference', 'difference')
  return [...sides, difference, sub('change', 'change', 'percent')]
}

/** The values of these columns for one row. */
export function comparedValues(
  columns: readonly ColumnInfo[],
  left: Row | undefined,
  right: Row | undefined
): Row {
  const values: Record<string, Scalar> = {}
  for (const { key, unit } of columns) {
    const [a, b] = [left?.[key] ?? null, right?.[key] ?? null]
    values[under(key, 'a')] = a
    values[under(key, 'b')] = b
    if (!isMeasured({ unit })) continue
    const difference = a === null || b === null ? null : Number(a) - Number(b)
    values[under(key, 'difference')] = difference
    if (unit === 'percent') continue
    values[under(key, 'change')] =
      difference === null || Number(b) === 0 ? null : (100 * difference) / Math.abs(Number(b))
  }
  return values
}
