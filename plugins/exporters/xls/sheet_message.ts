import type { CellValue } from '#core/contracts/exporting/cell'

/** A column of a sheet: how its numbers are shown, and how many letters wide it is. */
export interface SheetColumn {
  format: string
  width: number
}

/** A value, with how it is shown where that is not as its column is. */
export type SheetCell = CellValue | { value: CellValue; format: string }

/** What is said to the thread that holds the workbook, one after the other. */
export type SheetMessage =
  | { sheet: string; columns: readonly SheetColumn[]; header?: readonly HeaderCell[] }
  /** Rows of the sheet named last. */
  | { rows: readonly (readonly SheetCell[])[] }
  /** Nothing follows: the workbook is to be written. */
  | { end: { title: string } }

export interface HeaderCell {
  text: string
  note?: string
}
