import type { BoardChoices, BoardDocument } from '#core/contracts/board'
import type { CustomerTools, ModuleReader } from '#core/contracts/module_tools'
import type { Answer, Question } from '#core/contracts/question'
import type { WidgetPlugin } from '#core/contracts/widget'
import { boardUseOf } from './board_use.js'

/** The questions of a board’s widgets, each with the id of its widget. */
export function questionsOf(
  { widgets }: BoardDocument,
  choices: BoardChoices,
  kinds: readonly WidgetPlugin[]
): { id: string; question: Question }[] {
  return Object.entries(widgets).flatMap(([id, widget]) => {
    const kind = kinds.find(({ key }) => key === widget.kind)
    if (!kind) return []
    return boardUseOf(kind)
      .asks(widget, choices)
      .map((question) => ({ id, question }))
  })
}

/** The questions of a board as a stream names them: the id of the widget, and the how manieth of its questions. */
export function namedQuestions(
  document: BoardDocument,
  choices: BoardChoices,
  kinds: readonly WidgetPlugin[]
): Record<string, Question> {
  const counted = new Map<string, number>()
  return Object.fromEntries(
    questionsOf(document, choices, kinds).map(({ id, question }) => {
      const at = counted.get(id) ?? 0
      counted.set(id, at + 1)
      return [`${id}.${at}`, question]
    })
  )
}

/** What a reader is told of a board: the answers of each widget, in the order of its questions. */
export async function answersOf(
  customer: CustomerTools,
  reader: ModuleReader,
  document: BoardDocument,
  choices: BoardChoices
): Promise<Record<string, Answer[]>> {
  const questions = questionsOf(document, choices, await customer.widgets())
  const answers = await customer.ask(
    questions.map(({ question }) => question),
    reader
  )
  const byWidget = Object.groupBy(
    questions.map(({ id }, at) => ({ id, answer: answers[at]! })),
    ({ id }) => id
  )
  return Object.fromEntries(
    Object.entries(byWidget).map(([id, own]) => [id, own!.map(({ answer }) => answer)])
  )
}
