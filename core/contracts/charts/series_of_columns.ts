import type { Chart } from '../report_type.js'
import { shownParts } from './shown_parts.js'
import {
  axisUnit,
  numberOf,
  type ChartPlan,
  type PlannedSeries,
  type PlottedColumn,
  type PlottedRow,
} from './plotted.js'

/** As many as there are colours. */
export const MOST_SERIES = 10

/** A chart as declared, whose line may be any column. */
export type WantedChart = Omit<Chart, 'columns' | 'line'> & {
  label?: string
  columns: readonly string[]
  line?: string
}

/**
 * A chart whose series are columns. Of bars that stand on each other, what the whole has beside those
 * that are drawn is one more, called `others`: each bar is as high as the whole.
 */
export function seriesOfColumns<C extends PlottedColumn, R extends PlottedRow>(
  chart: WantedChart,
  columns: readonly C[],
  rows: readonly R[],
  others: string
): ChartPlan<C, R> {
  const find = (keys: readonly string[]) => {
    const found = new Set(keys.flatMap((key) => shownParts(columns, [key])))
    return [...found].flatMap((key) => columns.find((column) => column.key === key) ?? [])
  }
  const stacked = chart.kind === 'stack'
  const all = find(chart.columns)
  const some = withSomething(all, rows)
  const kept = greatest(some, rows)
  const bars = chart.kind === 'lines' ? 'line' : 'bar'
  const series = kept.map((column, index) => ofColumn(column, bars, index + 1, rows))
  if (stacked) series.push(...rest(all, kept, columns, rows, others))
  const line = chart.line && series.length ? find([chart.line]) : []
  for (const column of line) series.push(ofColumn(column, 'line', 'line', rows))
  return { label: chart.label, stacked, along: 'rows', rows, series: onAxes(series) }
}

/** Bars of two axes would stand in front of each other: what is of another unit than the first is a line. */
export const onAxes = <C extends PlottedColumn>(
  series: readonly PlannedSeries<C>[]
): PlannedSeries<C>[] =>
  series.map((one, _, [first]) =>
    first && axisUnit(one.column) === axisUnit(first.column)
      ? one
      : { ...one, drawn: 'line', axis: 'right' }
  )

const ofColumn = <C extends PlottedColumn>(
  column: C,
  drawn: 'bar' | 'line',
  colour: PlannedSeries['colour'],
  rows: readonly PlottedRow[]
): PlannedSeries<C> => ({
  key: column.key,
  label: column.label,
  column,
  drawn,
  axis: 'left',
  colour,
  values: rows.map((row) => numberOf(row, column.key)),
  ofRows: true,
})

/** A colour for what is nothing all along says nothing; the table has its noughts. */
function withSomething<C extends PlottedColumn>(columns: C[], rows: readonly PlottedRow[]): C[] {
  const some = columns.filter(({ key }) => rows.some((row) => Number(row[key] ?? 0) !== 0))
  return some.length ? some : columns
}

/** No more than there are colours for, in their order; one of them is for the others. */
function greatest<C extends PlottedColumn>(columns: C[], rows: readonly PlottedRow[]): C[] {
  if (columns.length <= MOST_SERIES) return columns
  const size = ({ key }: C) => rows.reduce((sum, row) => sum + (numberOf(row, key) ?? 0), 0)
  // What an answer itself calls `other` belongs to the others.
  const named = columns.filter(({ key }) => !key.endsWith('_other'))
  const ranked = named.map((column) => ({ column, size: size(column) }))
  ranked.sort((a, b) => b.size - a.size)
  const kept = new Set(ranked.slice(0, MOST_SERIES - 1).map(({ column }) => column))
  return columns.filter((column) => kept.has(column))
}

/** What bars lack of their whole, or of all columns of the chart where the whole is not among the columns. */
function rest<C extends PlottedColumn>(
  all: readonly C[],
  kept: readonly C[],
  columns: readonly C[],
  rows: readonly PlottedRow[],
  others: string
): PlannedSeries<C>[] {
  const [first] = kept
  if (!first) return []
  const found = wholeOf(all, columns)
  const drawn = new Set(kept.map(({ key }) => key))
  const parts = found?.parts ?? all.map(({ key }) => key)
  const left = parts.filter((key) => !drawn.has(key))
  const sum = (row: PlottedRow, keys: readonly string[]) =>
    keys.reduce((total, key) => total + (numberOf(row, key) ?? 0), 0)
  const values = rows.map((row) => {
    if (!found) return sum(row, left)
    const whole = numberOf(row, found.whole.key)
    return whole === null ? null : Math.max(0, whole - sum(row, [...drawn]))
  })
  if (!values.some((value) => value)) return []
  const [only] = left
  const label = only && left.length === 1 ? labelOf(only, columns, found?.whole) : undefined
  return [
    {
      key: left.join() || 'others',
      label: label ?? others,
      column: first,
      drawn: 'bar',
      axis: 'left',
      colour: Math.min(MOST_SERIES, kept.length + 1),
      values,
      ofRows: false,
    },
  ]
}

const labelOf = (key: string, columns: readonly PlottedColumn[], whole?: PlottedColumn) =>
  columns.find((column) => column.key === key)?.label ?? whole?.partLabels?.[key]

/** The smallest way to divide a column of the report that has all of these among its parts. */
function wholeOf<C extends PlottedColumn>(drawn: readonly C[], columns: readonly C[]) {
  const unit = drawn[0]?.unit
  const fitting = columns
    .filter((whole) => whole.unit === unit)
    .flatMap((whole) =>
      whole.consistsOf
        .filter((parts) => drawn.every(({ key }) => parts.includes(key)))
        .map((parts) => ({ whole, parts }))
    )
  return fitting.sort((a, b) => a.parts.length - b.parts.length)[0]
}
