/** A stretch of time, both ends inclusive, in milliseconds. */
export type Stretch = [from: number, until: number]

const most = 500

export const isCovered = (stretches: readonly Stretch[], at: number) =>
  stretches.some(([from, until]) => at >= from && at <= until)

/** The stretches and one more, in order, none overlapping another; beyond 500 those nearest each other become one. */
export function withStretch(stretches: readonly Stretch[], added: Stretch): Stretch[] {
  const joined: Stretch[] = []
  for (const [from, until] of [...stretches, added].sort(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], until)
    else joined.push([from, until])
  }
  return joined.length > most ? withoutSmallestGap(joined) : joined
}

function withoutSmallestGap(stretches: readonly Stretch[]): Stretch[] {
  const gaps = stretches.slice(1).map(([from], index) => from - stretches[index]![1])
  const at = gaps.indexOf(Math.min(...gaps))
  const joined: Stretch = [stretches[at]![0], stretches[at + 1]![1]]
  return [...stretches.slice(0, at), joined, ...stretches.slice(at + 2)]
}
