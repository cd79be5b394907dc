import type { FigureSeries } from '#core/contracts/widget_view'

/** Colours of a heat map, from the weakest: `--heat-1` to `--heat-7`. */
export const HEAT_STEPS = 7

/** Stretches of equal length from the lowest value to the highest, one for each colour; fewer where there are fewer whole numbers. */
export function heatScale(series: readonly FigureSeries[]): { from: number; to: number }[] {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  if (values.length === 0) return []
  const lowest = values.reduce((a, b) => Math.min(a, b))
  const highest = values.reduce((a, b) => Math.max(a, b))
  if (lowest === highest) return [{ from: lowest, to: highest }]
  if (series.every(({ unit }) => unit === 'count')) return wholeNumbers(lowest, highest)
  const step = (highest - lowest) / HEAT_STEPS
  return Array.from({ length: HEAT_STEPS }, (_, index) => ({
    from: lowest + index * step,
    to: index === HEAT_STEPS - 1 ? highest : lowest + (index + 1) * step,
  }))
}

/** Of whole numbers each stands in one stretch only. */
function wholeNumbers(lowest: number, highest: number) {
  const all = highest - lowest + 1
  const steps = Math.min(HEAT_STEPS, all)
  const edge = (index: number) => lowest + Math.floor((index * all) / steps)
  return Array.from({ length: steps }, (_, index) => ({
    from: edge(index),
    to: edge(index + 1) - 1,
  }))
}
