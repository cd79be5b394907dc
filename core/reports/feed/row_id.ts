import type { Row, Scalar } from '#core/contracts/scalar'

/** What tells one row of a table from all others, as one text that is the same as long as the row is. */
export const rowId = (row: Row, keys: readonly string[]): string =>
  keys.map((key) => part(row[key] ?? null)).join('|')

/** Nothing is `~`, which no text begins with here. */
const part = (value: Scalar) =>
  value === null
    ? '~'
    : String(value).replaceAll(/[%|~]/g, (sign) => encodeURIComponent(sign).replace('~', '%7E'))
