import type { ColumnInfo } from './report_document.js'
import type { BoardChoices, PlacedWidget } from './board.js'
import type { Question } from './question.js'
import type { Declared, Settings } from './settings.js'

/** What a widget may ask of a report to say whether it fits. */
export interface FittedReport {
  /** The measured ones, as the reader chose them. */
  columns: readonly ColumnInfo[]
  grouping: 'total' | 'object' | 'group' | 'groupAndObject'
  interval: string
  /** How many rows it has. */
  rows: number
}

/** In columns of twelve, and rows of about three lines of text each. */
export interface WidgetSize {
  w: number
  h: number
}

/** What a widget is on a board. */
export interface BoardUse {
  /**
   * What its author says of its figures: which report and how many of its columns, what it is about now,
   * or nothing.
   */
  data: 'report' | 'live' | 'both' | 'none'
  /** How many columns of a report it can show, 1 where left out. */
  columns?: { least: number; most: number }
  /** Only such columns: those of these units. */
  units?: readonly ('count' | 'number' | 'percent' | 'seconds')[]
  /**
   * Only reports that have what it shows: `followUp` says who was missed, `parts` has a column that consists
   * of others (the first of its columns, the others are its parts), `values` one for each value of a field.
   */
  needs?: 'followUp' | 'parts' | 'values'
  /** What is shown may be given warnings. */
  warnings?: true
  /** What its author fills in besides: asked for each widget, where `settings` are the customer's. */
  settings?: Settings
  /** Smaller than this its figures would be cut. */
  smallest: WidgetSize
  usual: WidgetSize
  /** Whether wall screens show it: `plain` without what only people can do. */
  onScreen: 'yes' | 'plain' | 'no'
  /** The questions behind it, from what its author said and its reader chose. The same gives the same; nothing else is read. */
  asks(widget: PlacedWidget, board: BoardChoices): readonly Question[]
}

/**
 * Content of a dashboard square or a view of a report. `shows` says what it is given; one that shows a
 * report has `fits`. Its Vue component is ./frontend/WidgetView.vue beside the declaration and takes
 * `WidgetProps`; its words are those of ./locales that begin with `words.`.
 */
export interface WidgetPlugin extends Declared<'widget'> {
  /** Name of a Lucide icon. */
  icon: string
  shows: 'report' | 'live' | 'both' | 'nothing'
  /** Keys of the columns that it can show, in the order of the report; none where it does not fit. The same report always gives the same answer. */
  fits?(report: FittedReport): readonly string[]
  /** Where it can be on boards; ./frontend/board.ts beside the declaration says what it shows there. */
  board?: BoardUse
}
