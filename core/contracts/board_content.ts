import type { PlacedWidget, WarningLook } from './board.js'
import type { Unit } from './column.js'
import type { Answer } from './question.js'
import type { Scalar } from './scalar.js'
import type { Figure } from './widget_view.js'

/** `since` is a moment (ISO 8601): it is shown as the time that has passed, which counts up by itself. */
export type ShownUnit = Unit | 'phone' | 'since'

/** A figure on a board. */
export interface ShownValue {
  value: Scalar | undefined
  unit: ShownUnit
  label?: string | undefined
  /** Small print beside it: of how many calls a share is. */
  small?: string | undefined
  /** Null and left out are the same. */
  look?: WarningLook | null | undefined
  /** What the warning says. */
  warning?: string | undefined
}

/** How a figure compares with another time: `good` is null where neither direction is better. */
export interface ShownChange {
  text: string
  direction: 'up' | 'down' | 'same'
  good: boolean | null
}

/**
 * What a widget shows on a board, as data: the page and screens each draw it in their own way, and say
 * it to who cannot see it.
 */
export type BoardContent =
  | {
      kind: 'number'
      main: ShownValue
      beside?: readonly ShownValue[]
      change?: ShownChange | null
      /** Values of the day so far, oldest first; the last may still grow. */
      spark?: readonly (number | null)[]
      target?: number
    }
  /** One bar that is divided. */
  | { kind: 'parts'; parts: readonly ShownPart[]; total?: ShownValue }
  | { kind: 'gauge'; main: ShownValue; most: number; target?: number | undefined }
  | { kind: 'tiles'; tiles: readonly ShownTile[] }
  /** Cells that follow each other in time. */
  | { kind: 'strip'; cells: readonly (ShownValue & { at: string })[] }
  | { kind: 'ranking'; values: readonly (ShownValue & { label: string })[] }
  | {
      kind: 'table'
      columns: readonly { key: string; label: string; unit: ShownUnit }[]
      rows: readonly Readonly<Record<string, ShownValue>>[]
    }
  | { kind: 'picture'; figure: Figure; band?: ShownBand }
  /** A small part of Markdown: headings, lists, bold, italics, links. */
  | { kind: 'text'; text: string; large?: boolean }
  | { kind: 'image'; address: string; alt: string; fit: 'contain' | 'cover' }
  | {
      kind: 'frame'
      address: string
      title: string
      reloadEvery: number | null
      from: 'site' | 'youtube'
    }
  | { kind: 'video'; address: string; title: string }
  | { kind: 'clock'; zone?: string | undefined; seconds: boolean; date: boolean }
  /** A square code that a phone reads. */
  | { kind: 'code'; text: string; label: string }
  | { kind: 'ticker'; text: string }
  /** Where something is still to come, or to be set. */
  | { kind: 'message'; icon: string; title: string; text?: string | undefined }

export interface ShownPart {
  label: string
  value: number | null
  /** A colour that means something, or one of the row of chart colours. */
  tone: 'good' | 'busy' | 'away' | 'off' | number
}

export interface ShownTile {
  name: string
  values: readonly ShownValue[]
  look?: WarningLook | null | undefined
}

/** What is usual: between two lines. */
export interface ShownBand {
  label: string
  low: readonly (number | null)[]
  high: readonly (number | null)[]
}

/** A column or a live figure that a widget's answer has, in the reader's language. */
export interface NamedColumn {
  key: string
  label: string
  description: string
  unit: ShownUnit
}

/** What `show` may ask of the page. */
export interface ShowTools {
  /** A word of the widget's own, `words.<key>` of its locales, with what stands in { } put in. */
  word(key: string, values?: Readonly<Record<string, string | number>>): string
  /** A value as people read it. */
  format(value: Scalar | undefined, unit: ShownUnit): string
  /** What an answer's column is called. */
  column(answer: Answer, key: string): NamedColumn
  /** What an interval of an answer is called: `07:00`, `Monday`, `25 Nov`. */
  interval(row: Readonly<Record<string, unknown>>): string
  /** What a source is called. */
  source(key: string): string
  /** The board's own address, as people open it. */
  address: string
}

/**
 * What a widget shows: the default export of ./frontend/board.ts beside its declaration. `answers` are
 * those to the questions that it asks, in their order; an answer with a problem never comes here.
 */
export type ShowWidget = (
  widget: PlacedWidget,
  answers: readonly Answer[],
  tools: ShowTools
) => BoardContent

/** Keeps the type of what ./frontend/board.ts exports. */
export const defineShow = (show: ShowWidget): ShowWidget => show
