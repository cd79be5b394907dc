/** The value below which this share of them lies: between the two nearest, in proportion. Null where there is none. */
export function quantile(rising: readonly number[], share: number): number | null {
  if (rising.length === 0) return null
  const place = (rising.length - 1) * share
  const [below, above] = [rising[Math.floor(place)]!, rising[Math.ceil(place)]!]
  return below + (above - below) * (place - Math.floor(place))
}
