import type { ReportChart, ReportColumn, Unit } from '../api/report_type.js'
import type { ReportRow } from '../api/report.js'
import { shownParts } from '../reports/related_columns.js'

/** What is drawn of one column, or of several small ones together, in a colour that stays while others are hidden. */
export interface ChartSeries {
  key: string
  label: string
  unit: Unit
  drawn: 'bar' | 'line'
  /** Name of a colour token, as `--chart-1`. */
  colour: string
  value: (row: ReportRow) => number | null
}

/** A picture of a report: bars may stand on each other. */
export interface ChartPlan {
  label?: string
  stacked: boolean
  series: ChartSeries[]
}

const COLOURS = 10
const drawable = new Set<Unit>(['count', 'number', 'percent', 'seconds'])

/**
 * The pictures that a report's declared charts amount to with the columns it was run with. Of bars that
 * stand on each other, those beyond the tenth are drawn as one, called `others`.
 */
export function planCharts(
  charts: readonly ReportChart[],
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  others: string
): ChartPlan[] {
  const drawn = columns.filter(({ unit }) => drawable.has(unit))
  const picture = (chart: ReportChart) => plan(chart, drawn, rows, others)
  const plans = charts.filter((chart) => fits(chart, drawn)).map(picture)
  return (plans.length ? plans : [picture(usual(drawn))]).filter(({ series }) => series.length)
}

/** At least half of its columns are there, and what stands on each other is more than one. */
function fits(chart: ReportChart, columns: readonly ReportColumn[]) {
  const there = chart.columns.filter((key) => shownParts(columns, [key]).length)
  const parts = shownParts(columns, there)
  return (
    there.length * 2 >= chart.columns.length && parts.length >= (chart.kind === 'stack' ? 2 : 1)
  )
}

function plan(
  chart: ReportChart,
  columns: readonly ReportColumn[],
  rows: readonly ReportRow[],
  others: string
): ChartPlan {
  const find = (keys: readonly string[]) => {
    const found = new Set(keys.flatMap((key) => shownParts(columns, [key])))
    return [...found].flatMap((key) => columns.find((column) => column.key === key) ?? [])
  }
  const stacked = chart.kind === 'stack'
  const drawn = chart.kind === 'lines' ? 'line' : 'bar'
  const singles = withSomething(find(chart.columns), rows)
  const kept = singles.length > COLOURS ? singles.slice(0, COLOURS - 1) : singles
  const rest = stacked ? singles.slice(kept.length) : []
  const series = kept.map((column, index) => ofColumn(column, drawn, `--chart-${index + 1}`))
  if (rest.length) series.push(together(rest, others))
  const line = chart.line && series.length ? find([chart.line]) : []
  return {
    label: chart.label,
    stacked,
    series: [...series, ...line.map((column) => ofColumn(column, 'line', '--chart-line'))],
  }
}

/** A colour for what is nothing all along says nothing; the table has its noughts. */
function withSomething(columns: ReportColumn[], rows: readonly ReportRow[]) {
  const some = columns.filter(({ key }) => rows.some((row) => Number(row[key] ?? 0) !== 0))
  return some.length ? some : columns
}

const ofColumn = (
  { key, label, unit }: ReportColumn,
  drawn: 'bar' | 'line',
  colour: string
): ChartSeries => ({ key, label, unit, drawn, colour, value: (row) => numberOf(row, key) })

const together = (columns: readonly ReportColumn[], label: string): ChartSeries => ({
  key: columns.map(({ key }) => key).join(),
  label,
  unit: columns[0]?.unit ?? 'count',
  drawn: 'bar',
  colour: `--chart-${COLOURS}`,
  value: (row) => columns.reduce((sum, { key }) => sum + (numberOf(row, key) ?? 0), 0),
})

function numberOf(row: ReportRow, key: string) {
  const value = row[key]
  return value === null || value === undefined ? null : Number(value)
}

/** Where no declared chart fits the columns: the parts of the first whole, or the first counts, and a mean. */
function usual(columns: readonly ReportColumn[]): ReportChart {
  const counts = columns.filter(({ unit }) => unit === 'count').map(({ key }) => key)
  const line = columns.find(({ unit }) => unit === 'seconds' || unit === 'percent')
  const parts = columns
    .flatMap(({ consistsOf }) => consistsOf.map((list) => shownParts(columns, list)))
    .find((list) => list.length > 1)
  if (parts) return { kind: 'stack', columns: parts, line: line?.key }
  if (counts.length) return { kind: 'bars', columns: counts.slice(0, 4), line: line?.key }
  const alike = columns.filter(({ unit }) => unit === columns[0]?.unit).map(({ key }) => key)
  return { kind: columns[0]?.unit === 'percent' ? 'lines' : 'bars', columns: alike.slice(0, 4) }
}
