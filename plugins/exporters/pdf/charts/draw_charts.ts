import { planCharts } from '#core/contracts/charts/plan_charts'
import { printedColour, type ChartPlan } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import { namingColumns } from '#core/contracts/exporting/shown_columns'
import type { Context } from '../context.js'
import { chartSvg } from './chart_svg.js'

/** Beyond this a picture as wide as a page is a blot. */
export const MOST_DRAWN_ROWS = 300

/** The charts of a table as SVG. */
export function drawCharts(
  { report, words, text, options }: Context,
  columns: readonly ColumnInfo[],
  rows: readonly Row[]
): string[] {
  const naming = columns.slice(0, namingColumns(columns)).filter(({ key }) => key !== 'object')
  const names = rowNames(naming, rows)
  return planCharts(report.charts, columns, rows, words('others')).map((plan) => {
    const crossed = plan.along === 'intervals'
    return chartSvg({
      title: crossed ? titleOf(plan) : undefined,
      stacked: plan.stacked,
      series: plan.series.map((one) => ({ ...one, colour: printedColour(one.colour) })),
      names: crossed ? rowNames(naming.slice(0, 1), plan.rows) : names,
      text,
      options,
    })
  })
}

/** What stands below each value: the interval, and whose row it is where there are several. */
function rowNames(naming: readonly ColumnInfo[], rows: readonly Row[]): string[] {
  const [interval, ...whose] = naming
  const one = new Set(rows.map((row) => row[interval?.key])).size < 2
  const named = one && whose.length ? whose : naming
  return rows.map((row) => named.map(({ key }) => row[key] ?? '').join(' '))
}

/** The column that objects are compared by, and of how many only the greatest are drawn. */
const titleOf = ({ label, of, series }: ChartPlan) =>
  of === undefined ? label : `${label} (${series.length}/${of})`
