import { drawnCharts } from '#core/contracts/exporting/drawn_charts'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { namingColumns } from '#core/contracts/exporting/shown_columns'
import type { Context } from '../context.js'
import { chartSvg } from './chart_svg.js'
import { withOthers, type DrawnValues } from './with_others.js'

/** Beyond this a picture as wide as a page is a blot. */
export const MOST_DRAWN_ROWS = 300

/** The charts of a table as SVG. */
export function drawCharts(
  { report, words, text, options }: Context,
  columns: readonly ColumnInfo[],
  rows: readonly Row[]
): string[] {
  const names = rowNames(columns, rows)
  const drawn = drawnCharts(report.charts, columns, rows)
  return drawn.map((chart) => {
    const series: DrawnValues[] = withOthers(chart, rows, words('others'))
    return chartSvg({ stacked: chart.stacked, series, names, text, options })
  })
}

/** What stands below each value: the interval, and whose row it is where there are several. */
function rowNames(columns: readonly ColumnInfo[], rows: readonly Row[]): string[] {
  const naming = columns.slice(0, namingColumns(columns)).filter(({ key }) => key !== 'object')
  const [interval, ...whose] = naming
  const one = new Set(rows.map((row) => row[interval?.key])).size < 2
  const named = one && whose.length ? whose : naming
  return rows.map((row) => named.map(({ key }) => row[key] ?? '').join(' '))
}
