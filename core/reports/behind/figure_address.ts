/** The two sides of a share: what is counted, and what it is a share of. */
export const figureSides = ['share', 'whole'] as const
export type FigureSide = (typeof figureSides)[number]

/** A figure of a report: a column's in a row, or in the total where no row is named. */
export interface FigureAddress {
  column: string
  /** As the report's rows have them; a key that is left out stands for all of its values. */
  row?: {
    interval?: string
    /** Null for objects in no group. */
    group?: string | null
    object?: string
    part?: string | null
  }
  /** Of a share: whose calls; what is counted unless said otherwise. */
  side?: FigureSide
}
