import type { ServiceLevelFormula } from '#core/contracts/service_level'
import type { HeadlineAnswer } from './headline.js'
import type { FigureAddress } from './figure_address.js'
import type { CallFilters } from './call_filters.js'
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
/** Durations as `00:01:20`, as seconds, or on the page also as `1 min 20 s`. */
export const timeFormats = ['hms', 'seconds', 'words'] as const
export type TimeFormat = (typeof timeFormats)[number]
/** How files write them. */
export type FileTimeFormat = Exclude<TimeFormat, 'words'>

/** What a file has for a manner of the page. */
export const inFiles = (format: TimeFormat): FileTimeFormat => (format === 'words' ? 'hms' : format)

/** How rows divide the chosen objects. */
export const groupings = ['total', 'object', 'group', 'groupAndObject'] as const
export type Grouping = (typeof groupings)[number]

/** What times of day are called: `range` 11:30–12:00, `end` 12:00. */
export const timeLabels = ['range', 'end'] as const
export type TimeLabels = (typeof timeLabels)[number]

/** A report as asked of the server. */
export interface ReportRequest {
  report: string
  period: {
    from: string
    to: string
    fromTime: string
    toTime: string
    weekdays: readonly number[]
    /** Single dates instead of the stretch; `from` and `to` are the first and the last of them. */
    dates?: readonly string[]
    /** The customer's holidays count unless they are left out. */
    holidays?: 'counted' | 'leftOut'
    /** The whole window of each day, or what of it lies within the customer's opening hours. */
    hours?: 'all' | 'open'
  }
  interval: Interval
  intervalMinutes: BlockLength
  grouping: Grouping
  /** Left out where the report is about whole groups only. */
  objects?: readonly string[] | 'all'
  /** Whole groups, with what is in them when the report is run. */
  groups?: readonly string[]
  columns: readonly string[] | 'all'
  parameters: Readonly<Record<string, readonly number[]>>
  breakdown?: boolean
  emptyRows?: boolean
  serviceLevel?: ServiceLevelFormula
  timeLabels?: TimeLabels
}

export interface ExportRequest extends ReportRequest {
  format: string
  intervals?: readonly Interval[]
  charts?: boolean
  columnDescriptions?: boolean
  /** The calls behind the report too. */
  specification?: boolean
  /** The calls alone, those that the filters let through. */
  only?: 'specification'
  filters?: CallFilters
  behind?: FigureAddress
  /** What the report is set beside, in the same file. */
  comparedWith?: Pick<ReportRequest, 'objects' | 'groups'> & {
    period: { from: string; to: string }
  }
  timeFormat: FileTimeFormat
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
  /** The ways of seeing it that fit, where the customer has any. */
  visualisations: Visualisation[]
  /** Where it was asked for. */
  headline?: HeadlineAnswer
}

/** A way of seeing a report, and the keys of the columns that it works for. */
export interface Visualisation {
  key: string
  label: string
  description: string
  icon: string
  columns: string[]
}
