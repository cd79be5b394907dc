import type { ColumnInfo } from '../report_document.js'
import type { Chart } from '../report_type.js'
import type { Row } from '../scalar.js'

/** One column in a picture: on the axis to the left, or on another to the right where it has another unit. */
export interface DrawnSeries {
  column: ColumnInfo
  drawn: 'bar' | 'line'
  axis: 'left' | 'right'
  /** As on the page: `#2f6fb5`. */
  colour: string
}

/** A picture of a table. Bars may stand on each other; lines never do. */
export interface DrawnChart {
  stacked: boolean
  series: readonly DrawnSeries[]
}

/** Colours that people who see few of them can tell apart too, and that of a line beside bars. */
const COLOURS = [
  '#2f6fb5',
  '#e98a3a',
  '#65c2fa',
  '#822c00',
  '#4f3e6c',
  '#c8cda6',
  '#ac6152',
  '#ab8ca4',
  '#6b94f4',
  '#fdb84d',
]
const LINE_COLOUR = '#1c2733'

type Wanted = Omit<Chart, 'line'> & { line?: string }

/**
 * The pictures that a report's charts amount to with the columns and rows of a table: columns that are
 * nothing all along are left out, and where no chart fits the columns the usual one is drawn. Empty
 * where nothing can be drawn.
 */
export function drawnCharts(
  charts: readonly Chart[],
  columns: readonly ColumnInfo[],
  rows: readonly Row[]
): DrawnChart[] {
  const measured = columns.filter(({ unit }) => drawable.has(unit))
  if (!measured.length || !rows.length) return []
  const drawn = charts.flatMap((chart) => picture(chart, measured, rows))
  return drawn.length ? drawn : picture(usual(measured), measured, rows)
}

const drawable = new Set<string>(['count', 'number', 'percent', 'seconds'])

function picture(chart: Wanted, columns: readonly ColumnInfo[], rows: readonly Row[]) {
  const find = (keys: readonly string[]) =>
    keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  const there = find(chart.columns)
  if (there.length < (chart.kind === 'stack' ? 2 : 1)) return []
  const kept = withSomething(there, rows)
  const line = chart.line ? find([chart.line]) : []
  const unit = axisUnit(kept[0])
  const drawn: DrawnSeries['drawn'] = chart.kind === 'lines' ? 'line' : 'bar'
  const series = [
    ...kept.map((column, index) => ({ column, drawn, colour: COLOURS[index % COLOURS.length] })),
    ...line.map((column) => ({ column, drawn: 'line' as const, colour: LINE_COLOUR })),
  ].map(({ column, drawn: wanted, colour }): DrawnSeries => {
    const left = axisUnit(column) === unit
    // Bars of two axes would stand in front of each other.
    return { column, drawn: left ? wanted : 'line', axis: left ? 'left' : 'right', colour }
  })
  return [{ stacked: chart.kind === 'stack', series }]
}

/** What may share an axis. */
export const axisUnit = ({ unit }: ColumnInfo) => (unit === 'number' ? 'count' : unit)

/** Seconds that people count durations by. */
const DURATIONS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000, 86_400,
]

/** How far the marks of an axis are apart that reaches `most`, so that there are at most six. */
export function axisStep(column: ColumnInfo, most: number): number {
  const unit = axisUnit(column)
  if (unit === 'percent') return 20
  const marks = 6
  if (unit === 'seconds') {
    const step = DURATIONS.find((seconds) => most / seconds <= marks)
    return step ?? Math.ceil(most / marks / 86_400) * 86_400
  }
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))) - 1)
  return [1, 2, 5, 10, 20, 50].map((times) => times * power).find((step) => most / step <= marks)!
}

/** A colour for what is nothing all along says nothing; the table has its noughts. */
function withSomething(columns: readonly ColumnInfo[], rows: readonly Row[]) {
  const some = columns.filter(({ key }) => rows.some((row) => Number(row[key] ?? 0) !== 0))
  return some.length ? some : columns
}

/** The parts of the first whole, or the first counts, and a mean. */
function usual(columns: readonly ColumnInfo[]): Wanted {
  const keys = new Set(columns.map(({ key }) => key))
  const counts = columns.filter(({ unit }) => unit === 'count').map(({ key }) => key)
  const line = columns.find(({ unit }) => unit === 'seconds' || unit === 'percent')?.key
  const parts = columns
    .flatMap(({ consistsOf }) => consistsOf)
    .map((list) => list.filter((key) => keys.has(key)))
    .find((list) => list.length > 1)
  if (parts) return { kind: 'stack', columns: parts, line }
  if (counts.length) return { kind: 'bars', columns: counts.slice(0, 4), line }
  const [first] = columns
  const alike = columns.filter(({ unit }) => unit === first.unit).map(({ key }) => key)
  return { kind: first.unit === 'percent' ? 'lines' : 'bars', columns: alike.slice(0, 4) }
}
