import type { Distribution } from '#core/contracts/widget_view'

/** A value and how often it is there. */
export type Counted = readonly [value: number, count: number]

/** Widths of a bin that people can follow, in seconds. */
const WIDTHS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400]
const MOST_BINS = 40

/**
 * How values are spread.
 *
 * @param values each once, the lowest first
 */
export function distributionOf(values: readonly Counted[]): Distribution {
  const count = values.reduce((sum, [, times]) => sum + times, 0)
  if (count === 0) {
    return { count, mean: null, median: null, p90: null, lowest: null, highest: null, bins: [] }
  }
  const sum = values.reduce((total, [value, times]) => total + value * times, 0)
  const lowest = values[0][0]
  const highest = values[values.length - 1][0]
  return {
    count,
    mean: sum / count,
    median: atRank(values, Math.ceil(count * 0.5)),
    p90: atRank(values, Math.ceil(count * 0.9)),
    lowest,
    highest,
    bins: binsOf(values, lowest, highest),
  }
}

/** The value at a rank, counted from 1. */
function atRank(values: readonly Counted[], rank: number): number {
  let passed = 0
  const found = values.find(([, times]) => (passed += times) >= rank)
  return found![0]
}

function binsOf(values: readonly Counted[], lowest: number, highest: number) {
  const span = highest - lowest + 1
  const width =
    WIDTHS.find((one) => span / one <= MOST_BINS - 1) ?? Math.ceil(span / (MOST_BINS - 1))
  const first = Math.floor(lowest / width) * width
  const bins = Array.from({ length: Math.floor((highest - first) / width) + 1 }, (_, index) => ({
    from: first + index * width,
    to: first + (index + 1) * width,
    count: 0,
  }))
  for (const [value, times] of values) bins[Math.floor((value - first) / width)].count += times
  return bins
}
