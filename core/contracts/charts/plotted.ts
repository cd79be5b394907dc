import type { Scalar } from '../scalar.js'

/** What a chart needs to know of a column. */
export interface PlottedColumn {
  key: string
  label: string
  unit: string
  consistsOf: readonly (readonly string[])[]
  /** What those of its parts are called, by key, that are not among the columns. */
  partLabels?: Readonly<Record<string, string>>
  /** Its values for different objects add up. */
  adds?: boolean
}

export type PlottedRow = Readonly<Record<string, Scalar | undefined>>

export interface PlannedSeries<C extends PlottedColumn = PlottedColumn> {
  key: string
  label: string
  /** The column whose values it has; of several together one of them, for the unit. */
  column: C
  drawn: 'bar' | 'line'
  /** A series of another unit than the first has the axis to the right. */
  axis: 'left' | 'right'
  /** From 1 to 10, or that of a line beside bars. */
  colour: number | 'line'
  /** One for each row of the plan; null where there was nothing to measure. */
  values: readonly (number | null)[]
  /** The rows of the report hold its values in this column, in their order. */
  ofRows: boolean
}

/** A picture of a report. Bars may stand on each other; lines never do. */
export interface ChartPlan<
  C extends PlottedColumn = PlottedColumn,
  R extends PlottedRow = PlottedRow,
> {
  label?: string
  stacked: boolean
  /** What the values stand along: rows of the report as they are, or one of each interval. */
  along: 'rows' | 'intervals'
  rows: readonly R[]
  series: readonly PlannedSeries<C>[]
  /** Of how many objects only the greatest are drawn; absent where all are. */
  of?: number
}

export const numberOf = (row: PlottedRow, key: string): number | null => {
  const value = row[key]
  return value === null || value === undefined ? null : Number(value)
}

/** What may share an axis. */
export const axisUnit = ({ unit }: { unit: string }) => (unit === 'number' ? 'count' : unit)

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

/** A planned colour on paper, as `#2f6fb5`. */
export const printedColour = (colour: PlannedSeries['colour']) =>
  colour === 'line' ? LINE_COLOUR : COLOURS[colour - 1]
