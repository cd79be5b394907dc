import type { ReportChart, ReportColumn } from './report_type.js'

export const intervals = [
  'timeOfDay',
  'weekday',
  'date',
  'week',
  'month',
  'yearMonth',
  'quarter',
  'year',
  'period',
] as const
export type Interval = (typeof intervals)[number]

export const blockLengths = [5, 10, 15, 30, 60] as const
export type BlockLength = (typeof blockLengths)[number]
export type TimeFormat = 'hms' | 'seconds'

/** A report as asked of the server. */
export interface ReportRequest {
  report: string
  period: {
    from: string
    to: string
    fromTime: string
    toTime: string
    weekdays: readonly number[]
  }
  interval: Interval
  intervalMinutes: BlockLength
  grouping: 'total'
  objects: readonly string[] | 'all'
  columns: readonly string[] | 'all'
  parameters: Readonly<Record<string, readonly number[]>>
}

export interface ExportRequest extends ReportRequest {
  format: string
  intervals: readonly Interval[]
  charts?: boolean
  columnDescriptions?: boolean
  timeFormat: TimeFormat
}

export type Value = string | number | boolean | null
export interface ReportRow extends Record<string, Value | undefined> {
  interval: string
  intervalLabel: string
}

/** A report as run. Durations are seconds, percent is 0 to 100, and null is nothing to measure. */
export interface ReportDocument {
  title: string
  asOf: string
  zones: string[]
  locale: string
  period: { from: string; to: string; description: string }
  notes: string[]
  columns: ReportColumn[]
  total: Record<string, Value> | null
  rows: ReportRow[]
  charts: ReportChart[]
}
