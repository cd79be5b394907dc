import { isCrossed } from './row_subjects.js'
import type { ChartPlan, PlottedColumn, PlottedRow } from './plotted.js'
import { seriesOfColumns, type WantedChart } from './series_of_columns.js'
import { seriesOfSubjects } from './series_of_subjects.js'
import { shownParts } from './shown_parts.js'

/** Pictures that a reader can find their way among. */
const MOST_CHARTS = 12

const drawable = new Set<string>(['count', 'number', 'percent', 'seconds'])

/**
 * The pictures that a report's charts amount to with the columns and rows of a table, the same on the
 * page and in files. Columns that are nothing all along are left out, and where no chart fits the
 * columns the usual one is drawn. Where rows are objects at several times, each picture is of one
 * column, and its series are the objects. Empty where nothing can be drawn.
 *
 * @param others what is drawn together is called
 */
export function planCharts<C extends PlottedColumn, R extends PlottedRow>(
  charts: readonly WantedChart[],
  columns: readonly C[],
  rows: readonly R[],
  others: string
): ChartPlan<C, R>[] {
  const measured = columns.filter(({ unit }) => drawable.has(unit))
  if (!measured.length || !rows.length) return []
  const fitting = charts.filter((chart) => fits(chart, measured))
  const wanted = fitting.length ? fitting : [usual(measured)]
  const plans = isCrossed(rows)
    ? single(wanted, measured).map((column) => seriesOfSubjects(column, rows, others))
    : wanted.map((chart) => seriesOfColumns(chart, measured, rows, others))
  return plans.filter(({ series }) => series.length)
}

/** At least half of its columns are there, and what stands on each other is more than one. */
function fits(chart: WantedChart, columns: readonly PlottedColumn[]) {
  const there = chart.columns.filter((key) => shownParts(columns, [key]).length)
  const parts = shownParts(columns, there)
  return (
    there.length * 2 >= chart.columns.length && parts.length >= (chart.kind === 'stack' ? 2 : 1)
  )
}

/** The columns of these charts, each once. What is repeated per value is left to the table. */
function single<C extends PlottedColumn>(charts: readonly WantedChart[], columns: readonly C[]) {
  const keys = new Set(charts.flatMap(({ columns: own, line }) => (line ? [...own, line] : own)))
  const found = [...keys].flatMap((key) => {
    const parts = shownParts(columns, [key])
    return parts.length === 1 || parts.includes(key)
      ? columns.filter((one) => parts.includes(one.key))
      : []
  })
  const some = found.length ? found : columns.slice(0, 1)
  return [...new Set(some)].slice(0, MOST_CHARTS)
}

/** The parts of the first whole, or the first counts, and a mean. */
function usual(columns: readonly PlottedColumn[]): WantedChart {
  const counts = columns.filter(({ unit }) => unit === 'count').map(({ key }) => key)
  const line = columns.find(({ unit }) => unit === 'seconds' || unit === 'percent')?.key
  const parts = columns
    .flatMap(({ consistsOf }) => consistsOf.map((list) => shownParts(columns, list)))
    .find((list) => list.length > 1)
  if (parts) return { kind: 'stack', columns: parts, line }
  if (counts.length) return { kind: 'bars', columns: counts.slice(0, 4), line }
  const unit = columns[0]?.unit
  const alike = columns.filter((column) => column.unit === unit).map(({ key }) => key)
  return { kind: unit === 'percent' ? 'lines' : 'bars', columns: alike.slice(0, 4) }
}
