import type { FigureSeries, Picture } from '#core/contracts/widget_view'

/** What can be seen of a series: its ends, where they are, and whether it rises or falls in time. */
export interface SeriesSummary {
  label: string
  unit: FigureSeries['unit']
  highest: { value: number; at: string }
  lowest: { value: number; at: string }
  trend?: 'rising' | 'falling' | 'steady'
}

/** What a picture shows, for who cannot see it. A field of colours is told as one. */
export function describePicture({ kind, categories, series, ordered }: Picture): SeriesSummary[] {
  if (kind === 'heat') {
    const points = series.flatMap(({ label, values }) =>
      values.map((value, index) => ({ value, at: `${label}, ${categories[index]}` }))
    )
    return ends(points).map((found) => ({ ...found, label: '', unit: series[0]?.unit ?? 'count' }))
  }
  return series.flatMap(({ label, unit, values }) => {
    const points = values.map((value, index) => ({ value, at: categories[index] ?? '' }))
    return ends(points).map((found) => ({
      ...found,
      label,
      unit,
      ...(ordered && { trend: trendOf(values) }),
    }))
  })
}

function ends(points: readonly { value: number | null; at: string }[]) {
  const known = points.filter(
    (point): point is { value: number; at: string } => point.value !== null
  )
  if (known.length === 0) return []
  const highest = known.reduce((a, b) => (b.value > a.value ? b : a))
  const lowest = known.reduce((a, b) => (b.value < a.value ? b : a))
  return [{ highest, lowest }]
}

/** Whether the last third is a tenth higher or lower than the first, beside the mean of all. */
function trendOf(values: readonly (number | null)[]): NonNullable<SeriesSummary['trend']> {
  const known = values.filter((value) => value !== null)
  const third = Math.floor(known.length / 3)
  if (third === 0) return 'steady'
  const mean = (some: readonly number[]) => some.reduce((a, b) => a + b, 0) / some.length
  const change = mean(known.slice(-third)) - mean(known.slice(0, third))
  const whole = Math.abs(mean(known))
  if (Math.abs(change) <= whole / 10) return 'steady'
  return change > 0 ? 'rising' : 'falling'
}
