import type { Unit } from './column.js'
import type { PeriodChoice } from './period_choice.js'
import type { IntervalKind } from './report_document.js'
import type { Row } from './scalar.js'
import type { ServiceLevelFormula } from './service_level.js'

/**
 * What a widget or a rule wants to know, as data and without words. Whoever asks the same with the same
 * rights is given the same answer, which is worked out once.
 */
export type Question = ReportQuestion | UsualQuestion | LiveQuestion | StateQuestion

/**
 * Which objects: all that the reader sees, also those that come later, or the ones named by their public
 * keys, by the names of groups, or by both.
 */
export type ObjectChoice =
  'all' | { readonly objects?: readonly string[]; readonly groups?: readonly string[] }

/** Days told from today, by the customer's calendar; `count` where the choice takes a number. */
export interface QuestionPeriod {
  choice: PeriodChoice
  count?: number
  /** Of each day, `08:00` to at most `24:00`. */
  fromTime?: string
  toTime?: string
  /** 1 is Monday. */
  weekdays?: readonly number[]
  holidays?: 'counted' | 'leftOut'
  hours?: 'all' | 'open'
}

/** Figures of a report, as `POST /api/report/v1/generate` takes them, of a period that goes on. */
export interface ReportQuestion {
  kind: 'report'
  /** Key of the report type: `<source>.<name>`. */
  report: string
  period: QuestionPeriod
  /** A repeated column by its own key, or one of its repetitions: `serviceLevel_20`. */
  columns: readonly string[]
  /** All of them where left out. */
  objects?: ObjectChoice
  /** `total` where left out. */
  grouping?: 'total' | 'object' | 'group' | 'groupAndObject'
  /** `period` where left out: one row. */
  interval?: IntervalKind
  /** Of `timeOfDay`; 30 where left out. */
  intervalMinutes?: 5 | 10 | 15 | 30 | 60
  parameters?: Readonly<Record<string, readonly number[]>>
  /** Whether intervals without calls have a row, as of reports. */
  emptyRows?: boolean
  serviceLevel?: ServiceLevelFormula
  /**
   * Asked for in place of the rows.
   *
   * - `spread`: how the values behind the first column are spread. A row for each bin, with `from`, `to` and
   *   `count`; the total has `count`, `mean`, `median`, `p90`, `lowest` and `highest`
   * - `followUp`: of the callers who were missed how many have been reached since. No rows; the total has
   *   `missed`, `reached` and `notReached`
   */
  aspect?: 'spread' | 'followUp'
}

/**
 * The usual figures of a day: medians of the same weekday in the weeks before, without holidays and days
 * that have no figures. Of today they are read up to the same minute, unless each slot of the day has a
 * row of its own. `of` has the period `today` or `yesterday`.
 */
export interface UsualQuestion {
  kind: 'usual'
  of: ReportQuestion
  /** How many weeks back: 1 to 26. */
  weeks: number
  /** Of the whole day, also of today. */
  whole?: true
}

/** What is so now: figures that the source declares as `live`, of objects of one type. */
export interface LiveQuestion {
  kind: 'live'
  /** Key of the source, and of its object type. */
  source: string
  objectType: string
  figures: readonly string[]
  objects?: ObjectChoice
  /** A row for each object beside the total. */
  each?: boolean
}

/** `opening`: whether the customer is open, and when that changes. `collecting`: how old the figures of each source are. */
export interface StateQuestion {
  kind: 'state'
  what: 'opening' | 'collecting'
}

/** How an answer is known: the platform told, was asked, or it was worked out of collected calls; `facts` are reports. */
export type AnswerSource = 'pushed' | 'asked' | 'derived' | 'facts'

/** A column of an answer. Its label is in the report type's or the live figure's declaration. */
export interface AnswerColumn {
  key: string
  unit: Unit | 'phone' | 'since' | 'state'
  /** The column that it is a repetition of, and which: `serviceLevel`, `20`. */
  repeated?: { column: string; value: string }
}

/**
 * What is known, in numbers and moments (ISO 8601, UTC) that are the same in every language. Rows name
 * themselves by `interval`, `object` and `objectName`, `group`, as of reports.
 */
export interface Answer {
  /** The moment up to which it holds. */
  asOf: string
  /** Seconds after `asOf` beyond which it is too old to be shown as now; null where it does not age. */
  goodFor: number | null
  from: AnswerSource
  columns: readonly AnswerColumn[]
  rows: readonly Row[]
  /** Worked out anew of everything, never added up from rows. */
  total: Row | null
  /** The local dates that a report's figures are of, both included. */
  period?: { from: string; to: string }
  /** Of usual figures: how many days they are of, and the quartiles below and above, row by row. */
  days?: number
  low?: readonly Row[]
  high?: readonly Row[]
  /** Why there is no answer: then there are no rows either. */
  problem?: AnswerProblem
}

/** `code` begins with `E_`; the sentence is English, for who makes the question. */
export interface AnswerProblem {
  code: string
  message: string
  field?: string
}
