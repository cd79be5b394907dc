import type { ReportChart, ReportColumn, Unit } from '../api/catalogue.js'
import { shownParts } from '../reports/related_columns.js'

/** One column as drawn: as bars or as a line, in a colour it keeps while others are hidden. */
export interface ChartSeries {
  column: ReportColumn
  drawn: 'bar' | 'line'
  /** Name of a colour token, as `--chart-1`. */
  colour: string
}

/** A picture of a report: bars may stand on each other. */
export interface ChartPlan {
  stacked: boolean
  series: ChartSeries[]
}

const COLOURS = 8
const drawable = new Set<Unit>(['count', 'number', 'percent', 'seconds'])

/** The pictures that a report's declared charts amount to with the columns it was run with. */
export function planCharts(
  charts: readonly ReportChart[],
  columns: readonly ReportColumn[]
): ChartPlan[] {
  const plans = charts.map((chart) => plan(chart, columns)).filter((one) => one.series.length)
  return plans.length ? plans : [plan(usual(columns), columns)].filter((one) => one.series.length)
}

function plan(
  { kind, columns: wanted, line }: ReportChart,
  columns: readonly ReportColumn[]
): ChartPlan {
  const find = (keys: readonly string[]) =>
    keys
      .flatMap((key) => shownParts(columns, [key]))
      .flatMap((key) => columns.find((column) => column.key === key) ?? [])
      .filter(({ unit }) => drawable.has(unit))
  const drawn = find(wanted).map((column) => ({
    column,
    drawn: kind === 'lines' ? ('line' as const) : ('bar' as const),
  }))
  const lines =
    drawn.length && line ? find([line]).map((column) => ({ column, drawn: 'line' as const })) : []
  return {
    stacked: kind === 'stack',
    series: [
      ...drawn.map((one, index) => ({ ...one, colour: `--chart-${(index % COLOURS) + 1}` })),
      ...lines.map((one) => ({ ...one, colour: '--chart-line' })),
    ],
  }
}

/** Where no declared chart fits the columns: the parts of the first whole, or the first counts, and a mean. */
function usual(columns: readonly ReportColumn[]): ReportChart {
  const counts = columns.filter(({ unit }) => unit === 'count')
  const parts = shownParts(
    columns,
    counts[0]?.consistsOf.find((list) => shownParts(columns, list).length > 1) ?? []
  )
  const line = columns.find(({ unit }) => unit === 'seconds' || unit === 'percent')
  const bars = parts.length ? parts : counts.map(({ key }) => key)
  if (!bars.length) {
    return {
      kind: 'lines',
      columns: columns
        .filter(({ unit }) => unit === line?.unit)
        .map(({ key }) => key)
        .slice(0, COLOURS),
    }
  }
  return { kind: parts.length ? 'stack' : 'bars', columns: bars.slice(0, COLOURS), line: line?.key }
}
