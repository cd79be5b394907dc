const DAY = 86_400_000

/**
 * The period just before one, of the same length: of as many months where it is whole months, else of as
 * many days. Dates are local, written `2026-01-31`, and both included.
 */
export function previousPeriod(from: string, to: string): { from: string; to: string } {
  const [first, last] = [dateOf(from), dateOf(to)]
  const end = first - DAY
  if (isFirst(first) && isFirst(last + DAY)) {
    const [a, b] = [new Date(first), new Date(last)]
    const months =
      (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth() + 1
    return {
      from: written(Date.UTC(a.getUTCFullYear(), a.getUTCMonth() - months)),
      to: written(end),
    }
  }
  return { from: written(first - (last - first) - DAY), to: written(end) }
}

const dateOf = (text: string) => Date.parse(`${text}T00:00:00Z`)
const written = (moment: number) => new Date(moment).toISOString().slice(0, 10)
const isFirst = (moment: number) => new Date(moment).getUTCDate() === 1
