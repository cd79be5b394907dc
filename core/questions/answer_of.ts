import type { Answer, Question } from '#core/contracts/question'
import { answerLive } from '#core/live/answer_live'
import { answerReport } from '#core/questions/answer_report'
import { answerState } from '#core/questions/answer_state'
import { answerUsual } from '#core/questions/answer_usual'
import type { Asker } from '#core/questions/asker'
import { unknownQuestion } from '#core/questions/errors'

/** How reports are run for an answer: `watched` gives way to whoever asks by hand. */
export interface AnswerOptions {
  watched?: boolean
}

const kinds = ['report', 'usual', 'live', 'state']

/** Works an answer out. Throws what the question is refused with. */
export async function answerOf(
  question: Question,
  asker: Asker,
  options: AnswerOptions = {}
): Promise<Answer> {
  switch (question.kind) {
    case 'report':
      return answerReport(question, asker, options)
    case 'usual':
      return answerUsual(question, asker, options)
    case 'live':
      return answerLive(question, asker.reader, {
        now: asker.now.toJSDate(),
        version: asker.version,
      })
    case 'state':
      return answerState(question, asker)
    default:
      throw unknownQuestion((question as { kind?: unknown }).kind, kinds)
  }
}
