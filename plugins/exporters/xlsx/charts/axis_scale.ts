import { axisStep, axisUnit, type DrawnSeries } from '#core/contracts/exporting/drawn_charts'
import type { ChartedTable } from './charted_table.js'

/** How numbers along an axis are shown, where it ends and how far its marks are apart, if that is given. */
export interface AxisScale {
  format: string
  most?: number
  step?: number
}

/** The scale of an axis from what is measured along it; undefined where that is nothing. */
export function axisScale(
  series: readonly DrawnSeries[],
  { columns, formats, rows }: ChartedTable
): AxisScale | undefined {
  const [first] = series
  if (!first) return undefined
  const unit = axisUnit(first.column)
  if (unit === 'percent') return { format: '0%', most: 1 }
  if (unit === 'count') return { format: '#,##0' }
  const { format, value } = formats[columns.indexOf(first.column)]
  const longest = Math.max(
    ...series.flatMap(({ column }) => rows.map((row) => Number(row[column.key] ?? 0)))
  )
  // Left to itself Excel divides a day by ten, and marks 17 seconds.
  return { format, step: value(axisStep(first.column, longest)) as number }
}
