import type { IntervalKind } from './report_document.js'
import type { ObjectChoice, QuestionPeriod } from './question.js'
import type { Json } from './scalar.js'

/** How many columns a board has: widgets in rows lie on twelve, freely placed ones on twenty-four. */
export const boardColumns = { rows: 12, free: 24 } as const
export type BoardMode = keyof typeof boardColumns

/** How widgets can look where a warning holds; the last is the worst. */
export const warningLooks = ['ok', 'note', 'warning', 'critical'] as const
export type WarningLook = (typeof warningLooks)[number]

/** A dashboard as it is kept: what lies where. It holds no figures and nothing of who looks. */
export interface BoardDocument {
  schema: 1
  mode: BoardMode
  look: BoardLook
  variables: BoardVariables
  /** One for each widget. */
  places: readonly Place[]
  /** The order on a phone, by ids; those left out follow in reading order. */
  phone?: readonly string[] | undefined
  /** By id: letters and digits. */
  widgets: Readonly<Record<string, PlacedWidget>>
}

/** Where a widget lies, in columns and rows from the upper left corner. */
export interface Place {
  id: string
  x: number
  y: number
  w: number
  h: number
}

export interface BoardLook {
  /** Hex with or without opacity: `#10243e` or `#10243ecc`. */
  background?: string | undefined
  /** Address of a picture, https. It lies above the colour. */
  image?: string | undefined
  imageFit?: 'cover' | 'contain' | 'repeat' | undefined
  /** Of colour and picture together, 0 to 100. */
  opacity?: number | undefined
  /** Whether it is dark or light whatever the reader prefers. */
  theme?: 'light' | 'dark' | undefined
}

/** What all widgets follow that say nothing else. */
export interface BoardVariables {
  /** Today where left out. */
  period?: QuestionPeriod | undefined
  /** Names of groups. */
  groups?: readonly string[] | undefined
  objects?: TypedObjects | undefined
}

/** Objects of one type: public keys name objects only together with their type. */
export interface TypedObjects {
  source: string
  objectType: string
  objects: readonly string[]
}

/** A widget on a board. */
export interface PlacedWidget {
  /** Key of the widget plugin. */
  kind: string
  /** What it is about where left out. */
  title?: string | undefined
  /** A line of the author's own below the title. */
  note?: string | undefined
  data?: WidgetData | undefined
  settings?: Readonly<Record<string, Json>> | undefined
  warnings?: readonly Warning[] | undefined
  look?: WidgetLook | undefined
}

/** What its figures are of. What is left out is the board's. */
export interface WidgetData {
  /** Key of a report type. */
  report?: string | undefined
  columns?: readonly string[] | undefined
  source?: string | undefined
  objectType?: string | undefined
  objects?: ObjectChoice | undefined
  period?: QuestionPeriod | undefined
  grouping?: 'total' | 'object' | 'group' | 'groupAndObject' | undefined
  interval?: IntervalKind | undefined
  intervalMinutes?: 5 | 10 | 15 | 30 | 60 | undefined
  parameters?: Readonly<Record<string, readonly number[]>> | undefined
}

export interface WidgetLook {
  background?: string | undefined
  hideTitle?: true | undefined
  align?: 'left' | 'center' | undefined
}

/** From a value upwards, or below it, a figure looks so. The worst that holds wins. */
export interface Warning {
  side: 'from' | 'below'
  at: number
  look: WarningLook
  /** Shown beside the figure. */
  text?: string | undefined
}

/** What a board's reader has chosen, or else its author. */
export interface BoardChoices {
  period: QuestionPeriod
  groups?: readonly string[] | undefined
  objects?: TypedObjects | undefined
}

/** Today, where the board says nothing. */
export const choicesOf = ({ variables }: BoardDocument): BoardChoices => ({
  ...variables,
  period: variables.period ?? { choice: 'today' },
})

/** The worst warning that a value gives; null without one, and without a value. */
export function warningOf(
  value: number | null | undefined,
  warnings: readonly Warning[] = []
): Warning | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null
  const given = warnings.filter(({ side, at }) => (side === 'from' ? value >= at : value < at))
  const rank = ({ look }: Warning) => warningLooks.indexOf(look)
  return given.reduce<Warning | null>(
    (worst, one) => (worst && rank(worst) >= rank(one) ? worst : one),
    null
  )
}

/** Ids in the order in which a board is read: by rows, and from the left within one. */
export const readingOrder = ({ places }: Pick<BoardDocument, 'places'>): string[] =>
  [...places].sort((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id)

/** Ids in the order of a phone. */
export function phoneOrder(document: Pick<BoardDocument, 'places' | 'phone'>): string[] {
  const all = readingOrder(document)
  const said = (document.phone ?? []).filter((id) => all.includes(id))
  return [...said, ...all.filter((id) => !said.includes(id))]
}
