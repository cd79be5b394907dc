import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errors as vine } from '@vinejs/vine'
import { RequestError } from '#core/http/request_error'

interface Answer {
  status: number
  error: { code: string; message: string; field?: string; allowed?: readonly (string | number)[] }
}

/** Every error of the API has one shape; what is unexpected is logged and tells the outside nothing. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = !app.inProduction

  async handle(error: unknown, ctx: HttpContext) {
    const answer = this.#answer(error)
    if (answer) return ctx.response.status(answer.status).json({ error: answer.error })
    if (!this.#isUnexpected(error)) return super.handle(error, ctx)
    return ctx.response.status(500).json({
      error: {
        code: 'E_UNEXPECTED',
        message: `Something went wrong here. Tell support the number ${ctx.request.id()}.`,
      },
    })
  }

  #answer(error: unknown): Answer | undefined {
    if (error instanceof RequestError) {
      const { status, ...rest } = error.problem
      return { status, error: rest }
    }
    if (error instanceof vine.E_VALIDATION_ERROR) {
      const [first] = error.messages as { field: string; message: string }[]
      return {
        status: 422,
        error: { code: 'E_VALIDATION', field: first?.field, message: first?.message ?? '' },
      }
    }
    const code = (error as { code?: string })?.code
    // Shield answers a bad token with a redirect back, also to JSON: a page's own requests want a status.
    if (code === 'E_BAD_CSRF_TOKEN') {
      return { status: 403, error: { code, message: 'The page is too old. Load it again.' } }
    }
    if (code === 'E_ROUTE_NOT_FOUND') {
      return { status: 404, error: { code, message: 'There is nothing at this address.' } }
    }
    return undefined
  }

  #isUnexpected(error: unknown) {
    const status = (error as { status?: number })?.status
    return !status || status >= 500
  }
}
