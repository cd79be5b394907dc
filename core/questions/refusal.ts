import logger from '@adonisjs/core/services/logger'
import { errors as vine } from '@vinejs/vine'
import type { Answer, AnswerProblem } from '#core/contracts/question'
import { RequestError } from '#core/http/request_error'

/** The answer to a question that cannot be answered: what is wrong with it, never what is unexpected. */
export const refusal = (error: unknown, at: Date): Answer => ({
  asOf: at.toISOString(),
  goodFor: null,
  from: 'facts',
  columns: [],
  rows: [],
  total: null,
  problem: problemOf(error),
})

function problemOf(error: unknown): AnswerProblem {
  if (error instanceof RequestError) {
    const { code, message, field } = error.problem
    return { code, message, ...(field !== undefined && { field }) }
  }
  if (error instanceof vine.E_VALIDATION_ERROR) {
    const [first] = error.messages as { field: string; message: string }[]
    if (first) return { code: 'E_VALIDATION', message: first.message, field: first.field }
  }
  logger.error({ err: error }, 'A question could not be answered')
  return { code: 'E_NO_ANSWER', message: 'The question could not be answered. It is asked again.' }
}
