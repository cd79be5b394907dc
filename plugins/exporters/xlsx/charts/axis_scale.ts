import { axisStep } from '#core/contracts/charts/axis_step'
import { axisUnit, type PlannedSeries } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { ChartedTable } from './charted_table.js'

/** How numbers along an axis are shown, where it ends and how far its marks are apart, if that is given. */
export interface AxisScale {
  format: string
  most?: number
  step?: number
}

/** The scale of an axis from what is measured along it; undefined where that is nothing. */
export function axisScale(
  series: readonly PlannedSeries<ColumnInfo>[],
  { columns, formats }: ChartedTable
): AxisScale | undefined {
  const [first] = series
  if (!first) return undefined
  const unit = axisUnit(first.column)
  if (unit === 'percent') return { format: '0%', most: 1 }
  if (unit === 'count') return { format: '#,##0' }
  const { format, value } = formats[columns.indexOf(first.column)]
  const longest = series
    .flatMap(({ values }) => values)
    .reduce<number>((most, seconds) => Math.max(most, seconds ?? 0), 0)
  // Left to itself Excel divides a day by ten, and marks 17 seconds.
  return { format, step: value({ [first.column.key]: axisStep(first.column, longest) }) as number }
}
