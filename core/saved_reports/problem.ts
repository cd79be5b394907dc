import { RequestError } from '#core/http/request_error'

/** What went wrong, as the API says it. */
export interface Problem {
  code: string
  message: string
}

/** What its owner can mend; anything else may pass by itself. */
export const lastingProblem = (error: unknown): Problem | null =>
  error instanceof RequestError && error.problem.status < 500
    ? { code: error.problem.code, message: error.problem.message }
    : null
