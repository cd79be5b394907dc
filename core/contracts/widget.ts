import type { ColumnInfo } from './report_document.js'
import type { Declared } from './settings.js'

/** What a widget may ask of a report to say whether it fits. */
export interface FittedReport {
  /** The measured ones, as the reader chose them. */
  columns: readonly ColumnInfo[]
  grouping: 'total' | 'object' | 'group' | 'groupAndObject'
  interval: string
  /** How many rows it has. */
  rows: number
}

/**
 * Content of a dashboard square or a view of a report. `shows` says what it is given; one that shows a
 * report has `fits`. Its Vue component is ./frontend/WidgetView.vue beside the declaration and takes
 * `WidgetProps`; its words are those of ./locales that begin with `words.`.
 */
export interface WidgetPlugin extends Declared<'widget'> {
  /** Name of a Lucide icon. */
  icon: string
  shows: 'report' | 'live' | 'nothing'
  /** Keys of the columns that it can show, in the order of the report; none where it does not fit. The same report always gives the same answer. */
  fits?(report: FittedReport): readonly string[]
}
