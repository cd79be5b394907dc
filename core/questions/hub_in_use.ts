import { QuestionHub } from '#core/questions/hub/question_hub'

let hub: QuestionHub | undefined

/** The hub of this process. */
export const questionHub = (): QuestionHub => (hub ??= new QuestionHub())

/** Ends what it does. The next `questionHub()` is another one. */
export function closeQuestionHub(): void {
  hub?.close()
  hub = undefined
}
