import type { ServiceLevelFormula } from '#core/contracts/service_level'

/** How rows divide time. `timeOfDay` sums a slot over all days of the period. */
export const intervalGroupings = [
  'timeOfDay',
  'weekday',
  'date',
  'week',
  'month',
  'quarter',
  'year',
  'yearMonth',
  'period',
] as const
export type IntervalGrouping = (typeof intervalGroupings)[number]

/** How rows divide the chosen objects. */
export const resultGroupings = ['total', 'object', 'group', 'groupAndObject'] as const
export type ResultGrouping = (typeof resultGroupings)[number]

/** What the slots of `timeOfDay` are called: `range` 11:30–12:00, `end` 12:00. */
export const timeLabels = ['range', 'end'] as const
export type TimeLabels = (typeof timeLabels)[number]

/** Lengths of a `timeOfDay` slot. */
export const blockLengths = [5, 10, 15, 30, 60] as const
export type BlockLength = (typeof blockLengths)[number]

/** Whether the customer's holidays are days as others. */
export const holidayTreatments = ['counted', 'leftOut'] as const
export type HolidayTreatment = (typeof holidayTreatments)[number]

/** The whole window of each day, or what of it lies within the customer's opening hours. */
export const hoursCounted = ['all', 'open'] as const
export type HoursCounted = (typeof hoursCounted)[number]

/**
 * Local dates, both inclusive, and the window that applies to each of them: `fromTime` inclusive,
 * `toTime` exclusive and at most `24:00`. `dates` are single dates instead of the stretch.
 */
export interface ReportPeriod {
  from: string
  to: string
  fromTime: string
  toTime: string
  /** 1 is Monday. */
  weekdays: readonly number[]
  dates?: readonly string[]
  /** What becomes of the customer's holidays; they count unless they are left out. */
  holidays?: HolidayTreatment
  /** Which part of each day's window counts: all of it unless said otherwise. */
  hours?: HoursCounted
}

/** A report as asked for, after the request has been checked: names may still be unknown to the catalogue. */
export interface ReportQuery {
  report: string
  period: ReportPeriod
  interval: IntervalGrouping
  intervalMinutes: BlockLength
  grouping: ResultGrouping
  /** Public keys: identifiers, or `point:identifier` of objects that came when another point had the name. */
  objects: readonly string[] | 'all'
  /** Names of groups, for reports over whole groups; their objects are added to `objects`. */
  groups?: readonly string[]
  columns: readonly string[] | 'all'
  parameters: Readonly<Record<string, readonly number[]>>
  /** Whether objects have a row per part; what the report type says where left out. */
  breakdown?: boolean
  /** Whether intervals without calls have a row; by default so where rows are not objects. */
  emptyRows?: boolean
  /** Overrides the customer's formula. */
  serviceLevel?: ServiceLevelFormula
  /** `range` where left out. */
  timeLabels?: TimeLabels
  /** Of labels, descriptions and names of days. */
  locale: string
}
