import type { ReportColumn, ReportChart, Unit } from '../api/report_type.js'
import type { ReportRow } from '../api/report.js'
import { planCharts } from '#core/contracts/charts/plan_charts'
import type { ChartPlan, PlannedSeries } from '#core/contracts/charts/plotted'

/** What is drawn of a column, of an object or of several together, in a colour that stays while others are hidden. */
export interface ChartSeries extends Pick<PlannedSeries, 'key' | 'label' | 'drawn' | 'values'> {
  unit: Unit
  /** Key of the column whose values it has; null of several together. */
  column: string | null
  /** What is compared with: drawn faded behind. */
  behind: boolean
  /** Name of a colour token, as `--chart-1`. */
  colour: string
}

/** A picture of a report, as the page draws it. */
export interface DrawnChart extends Pick<ChartPlan, 'label' | 'stacked' | 'along' | 'of'> {
  rows: readonly ReportRow[]
  series: ChartSeries[]
}

/** The pictures of a report's rows; `others` is what is drawn together. */
export const drawnCharts = (
  charts: readonly ReportChart[],
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  others: string
): DrawnChart[] =>
  planCharts(charts, columns, rows, others).map((plan) => ({
    ...plan,
    series: plan.series.map(({ key, label, drawn, values, column, colour }) => ({
      key,
      label,
      drawn,
      values,
      unit: column.unit,
      column: key === column.key || plan.along === 'intervals' ? column.key : null,
      behind: column.figure?.compared ?? false,
      colour: column.figure?.compared ? '--chart-behind' : `--chart-${colour}`,
    })),
  }))
