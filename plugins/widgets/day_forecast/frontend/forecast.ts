/** A figure of today until now, the usual one at the same minute, and the usual one of the whole day. */
export interface DaySoFar {
  now: number | null
  soFar: number | null
  whole: number | null
}

/** What a sum ends at where the rest of the day is as usual; null where nothing is usual. */
export function expectedSum({ now, soFar, whole }: DaySoFar) {
  if (whole === null || soFar === null) return null
  const rest = Math.round(Math.max(0, whole - soFar))
  return { rest, end: (now ?? 0) + rest }
}

/**
 * What a share, in percent, ends at where the rest of the day has the usual one. It is weighed by what it
 * is of; null where either is unknown.
 */
export function expectedShare(share: DaySoFar, of: DaySoFar): number | null {
  const sum = expectedSum(of)
  if (!sum || share.whole === null) return null
  if (sum.end === 0) return null
  const now = share.now === null ? 0 : share.now * (of.now ?? 0)
  const weighed = share.now === null ? sum.rest : sum.end
  return weighed === 0 ? null : (now + share.whole * sum.rest) / weighed
}
