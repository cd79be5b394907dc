import type { OpeningHours } from '#core/customers/opening_hours'

/** Minutes of the local day, from inclusive, to exclusive. */
export interface Minutes {
  from: number
  to: number
}

/** The opening hours of each weekday within a window, rising and apart; a weekday that has none is missing. */
export function openWithin(
  hours: OpeningHours,
  window: Minutes
): ReadonlyMap<number, readonly Minutes[]> {
  const days = Object.entries(hours).map(([weekday, open = []]) => {
    const within = open
      .map(({ from, to }) => ({
        from: Math.max(minuteOf(from), window.from),
        to: Math.min(minuteOf(to), window.to),
      }))
      .filter(({ from, to }) => from < to)
      .sort((a, b) => a.from - b.from)
    return [Number(weekday), joined(within)] as const
  })
  return new Map(days.filter(([, open]) => open.length > 0))
}

/** Times that overlap or touch are one. */
function joined(rising: readonly Minutes[]): Minutes[] {
  const apart: Minutes[] = []
  for (const { from, to } of rising) {
    const last = apart.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else apart.push({ from, to })
  }
  return apart
}

const minuteOf = (clock: string) => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
