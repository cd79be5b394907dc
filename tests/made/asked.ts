import type { Answer, Question } from '#core/contracts/question'
import type { Reader } from '#core/permissions/reader'
import { answerOf } from '#core/questions/answer_of'
import { QuestionHub } from '#core/questions/hub/question_hub'

/** What questions are answered at a moment, by a hub that knows nothing yet. */
export async function askAt(
  questions: readonly Question[],
  reader: Reader,
  at: Date
): Promise<Answer[]> {
  const hub = new QuestionHub({ now: () => at, answer: answerOf })
  const answers = await hub.ask(questions, reader)
  hub.close()
  return answers
}
