import { Exception } from '@adonisjs/core/exceptions'

/**
 * A request that cannot be met, and what would have been right. Modules keep their own catalogue of
 * these in `errors.ts`; the exception handler answers them as
 * `{ error: { code, message, field?, allowed?, retryAfterSeconds? } }`.
 */
export class RequestError extends Exception {
  constructor(
    readonly problem: {
      status: 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 414 | 415 | 422 | 429 | 500 | 503
      /** `E_` and a phrase. */
      code: string
      /** A sentence that names the thing and the known alternatives. */
      message: string
      /** The field of the request that is wrong. */
      field?: string
      /** What is allowed there. */
      allowed?: readonly (string | number)[]
      /** When the same request may be made again; also sent as `Retry-After`. */
      retryAfterSeconds?: number
    }
  ) {
    super(problem.message, { status: problem.status, code: problem.code })
  }
}
