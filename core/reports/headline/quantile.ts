import type { Row } from '#core/contracts/scalar'

/**
 * The value of a column below which this share of the rows lies: between the two nearest, in proportion. Texts
 * and moments have no middle: null where no row has a number.
 */
export function quantile(rows: readonly Row[], key: string, share: number): number | null {
  const rising = rows
    .flatMap((row) => (typeof row[key] === 'number' ? [row[key]] : []))
    .sort((a, b) => a - b)
  if (rising.length === 0) return null
  const place = (rising.length - 1) * share
  const [below, above] = [rising[Math.floor(place)]!, rising[Math.ceil(place)]!]
  return below + (above - below) * (place - Math.floor(place))
}
