import type { Row, Scalar } from '#core/contracts/scalar'

/** The members of a row as they stand inside its braces. */
export const members = (row: Row): string => JSON.stringify(row).slice(1, -1)

/**
 * Writes rows as JSON without making an object of any. `naming` answers the members that say which row
 * it is, of which many rows have the same; `shown` are the keys of the columns and their places among
 * the values of a row.
 */
export function rowWriter<R>(
  shown: readonly (readonly [key: string, place: number])[],
  naming: (row: R) => string,
  valuesOf: (row: R) => readonly Scalar[]
): (rows: readonly R[]) => string {
  const columns = shown.map(([key, place]) => ({ head: `,${JSON.stringify(key)}:`, place }))
  return (rows) => {
    let text = ''
    for (const row of rows) {
      text += `${text === '' ? '{' : ',{'}${naming(row)}`
      const values = valuesOf(row)
      for (const { head, place } of columns) text += head + valueText(values[place])
      text += '}'
    }
    return text
  }
}

function valueText(value: Scalar | undefined): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  return value === null || value === undefined ? 'null' : String(value)
}
