import type { PlannedSeries } from '#core/contracts/charts/plotted'
import type { ColumnInfo } from '#core/contracts/report_document'
import type { Row } from '#core/contracts/scalar'
import type { CellFormat } from '#core/contracts/exporting/cell'

/** A table as it lies on its sheet: what charts of it point at. */
export interface ChartedTable {
  sheet: string
  columns: readonly ColumnInfo[]
  /** What the cells of the header hold. */
  headers: readonly string[]
  formats: readonly CellFormat[]
  /** How many columns at the left name its rows: the interval, and whose row it is. */
  naming: number
  rows: readonly Row[]
}

/** The cells of series that no column of the table holds. */
export type WrittenSeries = ReadonlyMap<PlannedSeries<ColumnInfo>, { name: string; values: string }>

/** `'Tid'!$B$2:$B$49`: cells of one column, rows counted from 1. */
export function reference(sheet: string, from: [number, number], to = from): string {
  const cell = ([column, row]: [number, number]) => `$${columnLetters(column)}$${row}`
  const range = from === to ? cell(from) : `${cell(from)}:${cell(to)}`
  return `'${sheet.replaceAll("'", "''")}'!${range}`
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}
