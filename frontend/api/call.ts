import type { FigureBehind } from '#core/contracts/report_document'
import type { Value } from './report.js'
import type { ReportColumn, Unit } from './report_type.js'

export type CallRow = Record<string, Value>

/** A page of single calls, or of those who were missed; `next` asks for the one after it. */
export interface CallPage {
  notes: string[]
  columns: ReportColumn[]
  count: number
  /** The figure whose calls they are, where they are not all of the report's. */
  behind?: FigureBehind
  /** Of those who were missed. */
  notReached?: number
  rows: CallRow[]
  next: string | null
}

/** One of the objects that a call was at. */
export interface JourneyLeg {
  at: string
  eventLabel: string
  objectName: string | null
  objectTypeLabel: string | null
  icon: string | null
  /** At an object that the reader may not see. */
  hidden: boolean
  details: { key: string; label: string; unit: Unit; value: Value; text: string | null }[]
}

export interface Journey {
  title: string
  notes: string[]
  legs: JourneyLeg[]
}
