import type { Answer, Question } from '#core/contracts/question'
import type { Reader } from '#core/permissions/reader'
import { answerReport } from '#core/questions/answer_report'
import { answerState } from '#core/questions/answer_state'
import { answerUsual } from '#core/questions/answer_usual'
import { type Asker, askerOf } from '#core/questions/asker'
import { unknownQuestion } from '#core/questions/errors'
import { refusal } from '#core/questions/refusal'

/**
 * Answers questions in their order, with the rights of the reader. One that cannot be answered is an
 * answer with a problem, and fails no other.
 */
export async function askQuestions(
  questions: readonly Question[],
  reader: Reader,
  at = new Date()
): Promise<Answer[]> {
  const asker = await askerOf(reader, at)
  return Promise.all(
    questions.map((question) =>
      answerOf(question, asker).catch((error: unknown) => refusal(error, at))
    )
  )
}

/** @throws what the question is refused with */
export async function answerOf(
  question: Question,
  asker: Asker,
  signal?: AbortSignal
): Promise<Answer> {
  switch (question.kind) {
    case 'report':
      return answerReport(question, asker, signal)
    case 'usual':
      return answerUsual(question, asker, signal)
    case 'state':
      return answerState(question, asker)
    default:
      throw unknownQuestion((question as { kind?: unknown }).kind, ['report', 'usual', 'state'])
  }
}
