import app from '@adonisjs/core/services/app'
import { ExceptionHandler, type HttpContext } from '@adonisjs/core/http'
import { errors as vine } from '@vinejs/vine'
import { isStorageFull } from '#core/http/is_storage_full'
import { RequestError } from '#core/http/request_error'

type Problem = RequestError['problem']

/** Every error of the API has one shape; what is unexpected is logged and tells the outside nothing. */
export default class HttpExceptionHandler extends ExceptionHandler {
  protected debug = !app.inProduction

  async handle(error: unknown, ctx: HttpContext) {
    const { status, ...answer } = this.#problem(error, ctx)
    if (answer.retryAfterSeconds) {
      ctx.response.header('Retry-After', String(answer.retryAfterSeconds))
    }
    ctx.response.status(status).json({ error: answer })
  }

  async report(error: unknown, ctx: HttpContext) {
    if (error instanceof RequestError && error.problem.status < 500) return
    return super.report(error, ctx)
  }

  #problem(error: unknown, ctx: HttpContext): Problem {
    if (error instanceof RequestError) return error.problem
    if (error instanceof vine.E_VALIDATION_ERROR) {
      const [first] = error.messages as {
        field: string
        message: string
        meta?: { choices?: readonly (string | number)[] }
      }[]
      return {
        status: 422,
        code: 'E_VALIDATION',
        field: first?.field,
        message: first?.message ?? 'The request is not as it should be.',
        allowed: first?.meta?.choices,
      }
    }
    if (isStorageFull(error)) return noRoom()
    return this.#ofFramework(error as { code?: string; status?: number }) ?? unexpected(ctx)
  }

  #ofFramework({ code, status }: { code?: string; status?: number }): Problem | undefined {
    // Shield answers a bad token with a redirect back, also to JSON: a page's own requests want a status.
    if (code === 'E_BAD_CSRF_TOKEN') {
      return { status: 403, code, message: 'The page is too old. Load it again.' }
    }
    if (code === 'E_ROUTE_NOT_FOUND') {
      return { status: 404, code, message: 'There is nothing at this address.' }
    }
    if (status === 413) {
      return {
        status,
        code: 'E_REQUEST_TOO_LARGE',
        message: 'The request is larger than this address takes. Send it in parts.',
      }
    }
    // What is left of the framework's own are bodies that could not be read.
    if (status && status >= 400 && status < 500) {
      return {
        status: 400,
        code: 'E_BAD_REQUEST_BODY',
        message: 'The body of the request could not be read: send a JSON object in UTF-8.',
      }
    }
    return undefined
  }
}

const noRoom = (): Problem => ({
  status: 503,
  code: 'E_STORAGE_FULL',
  message:
    'There is no room on the server, so nothing can be kept. Try again later, when its operator has made room.',
  retryAfterSeconds: 300,
})

const unexpected = (ctx: HttpContext): Problem => ({
  status: 500,
  code: 'E_UNEXPECTED',
  message: `Something went wrong here. Tell support the number ${ctx.request.id()}.`,
})
