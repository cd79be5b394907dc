import type { Row } from '../scalar.js'

export type CellValue = number | string | Date | null

/** What the cells of a column hold and how Excel shows them. */
export interface CellFormat {
  format: string
  width: number
  value(row: Row): CellValue
  /** How one row's cell is shown, where that is not as the others. */
  formatOf?(row: Row): string | undefined
}
