import { choicesOf, type BoardDocument, type PlacedWidget } from '#core/contracts/board'
import type { DescribedReport } from '#core/contracts/described_report'
import type { Question } from '#core/contracts/question'
import type { WidgetPlugin } from '#core/contracts/widget'
import { boardUseOf } from '../board_use.js'

/** A board without the widgets that would name people: those whose rows, or columns, each are one of them. */
export function withoutNames(
  document: BoardDocument,
  kinds: readonly WidgetPlugin[],
  types: readonly DescribedReport[]
): BoardDocument {
  const choices = choicesOf(document)
  const names = (widget: PlacedWidget) => {
    const kind = kinds.find(({ key }) => key === widget.kind)
    if (!kind) return true
    return boardUseOf(kind)
      .asks(widget, choices)
      .some((question) => namesPeople(question, types))
  }
  const kept = Object.entries(document.widgets).filter(([, widget]) => !names(widget))
  const ids = new Set(kept.map(([id]) => id))
  return {
    ...document,
    places: document.places.filter(({ id }) => ids.has(id)),
    ...(document.phone && { phone: document.phone.filter((id) => ids.has(id)) }),
    widgets: Object.fromEntries(kept),
  }
}

/** Whether an answer could name people. What is not known is taken to do so. */
function namesPeople(question: Question, types: readonly DescribedReport[]): boolean {
  if (question.kind === 'state') return false
  if (question.kind === 'usual') return namesPeople(question.of, types)
  if (question.kind === 'live') {
    if (!question.each) return false
    const known = types
      .filter(({ source }) => source === question.source)
      .flatMap(({ objectTypes }) => objectTypes)
      .filter(({ key }) => key === question.objectType)
    return known.length === 0 || known.some(({ people }) => people)
  }
  const type = types.find(({ key }) => key === question.report)
  if (!type) return true
  const { grouping = 'total', columns } = question
  const byObject = grouping === 'object' || grouping === 'groupAndObject'
  if (byObject && type.objectTypes.some(({ people }) => people)) return true
  return type.columns.some(
    ({ key, repeated }) =>
      repeated?.by === 'field' && columns.some((wish) => wish === key || wish.startsWith(`${key}_`))
  )
}
