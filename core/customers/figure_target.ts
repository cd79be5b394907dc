/** What a customer aims at: a value of a report type's column, in the column's unit. */
export interface FigureTarget {
  /** Key of the report type. */
  report: string
  /** As it is declared; a column that is repeated per limit has one for all of them. */
  column: string
  value: number
}
