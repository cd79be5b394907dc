import type { DrawnChart, DrawnSeries } from '#core/contracts/exporting/drawn_charts'
import type { Row } from '#core/contracts/scalar'

/** A series with its values, row by row; null where there was nothing to measure. */
export interface DrawnValues extends DrawnSeries {
  label: string
  values: readonly (number | null)[]
}

/** There are so many colours. */
const MOST = 10

/** The series of a chart with their values. Of bars that stand on each other, those beyond the tenth are one. */
export function withOthers(chart: DrawnChart, rows: readonly Row[], others: string): DrawnValues[] {
  const read = (key: string) =>
    rows.map((row) => (row[key] === null || row[key] === undefined ? null : Number(row[key])))
  const all = chart.series.map((series) => ({
    ...series,
    label: series.column.label,
    values: read(series.column.key),
  }))
  const bars = all.filter(({ drawn }) => drawn === 'bar')
  if (!chart.stacked || bars.length <= MOST) return all
  const rest = bars.slice(MOST - 1)
  const [first] = rest
  const together = rows.map((_, at) => rest.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  return [
    ...bars.slice(0, MOST - 1),
    { ...first, label: others, values: together },
    ...all.filter(({ drawn }) => drawn === 'line'),
  ]
}
