import type { BoardChoices, PlacedWidget } from './board.js'
import type {
  LiveQuestion,
  ObjectChoice,
  Question,
  ReportQuestion,
  UsualQuestion,
} from './question.js'

/** The objects that a widget is about: its own, or else the board's where they are of its type, or the board's groups. */
export function objectsOf({ data = {} }: PlacedWidget, board: BoardChoices): ObjectChoice {
  if (data.objects !== undefined && data.objects !== 'all') return data.objects
  const { objects, groups } = board
  if (objects && objects.source === data.source && objects.objectType === data.objectType) {
    return { objects: objects.objects }
  }
  if (groups?.length) return { groups }
  return 'all'
}

/** What a widget that shows a report asks; null until it is said which report and columns. */
export function reportQuestion(
  widget: PlacedWidget,
  board: BoardChoices,
  more: Partial<ReportQuestion> = {}
): ReportQuestion | null {
  const { report, columns = [], period, parameters } = widget.data ?? {}
  const asked = more.columns ?? columns
  if (!report || !asked.length) return null
  return {
    kind: 'report',
    report,
    period: period ?? board.period,
    objects: objectsOf(widget, board),
    ...(parameters && { parameters }),
    ...more,
    columns: asked,
  }
}

/** The same of the usual day; null where the period is no single day. */
export function usualQuestion(of: ReportQuestion | null, weeks = 8): UsualQuestion | null {
  if (!of || !['today', 'yesterday'].includes(of.period.choice)) return null
  return { kind: 'usual', of, weeks }
}

/** What a widget that shows how it is now asks; null until it is said of what. */
export function liveQuestion(
  widget: PlacedWidget,
  board: BoardChoices,
  figures: readonly string[],
  each = false
): LiveQuestion | null {
  const { source, objectType } = widget.data ?? {}
  if (!source || !objectType) return null
  return {
    kind: 'live',
    source,
    objectType,
    figures,
    objects: objectsOf(widget, board),
    ...(each && { each }),
  }
}

/** The questions that there are. */
export const asked = (...questions: readonly (Question | null)[]): Question[] =>
  questions.filter((question) => question !== null)
