/** A figure of a report, whose calls are asked for: a column's in a row, or in the total. */
export interface FigureAddress {
  column: string
  row?: { interval?: string; group?: string | null; object?: string; part?: string | null }
  /** Of a share: what is counted, unless it is what that is a share of. */
  side?: 'share' | 'whole'
}
