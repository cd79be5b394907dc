import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { onlyJson } from '#core/http/errors'

/**
 * Stands before addresses that answer JSON, unless `format` asks for a file: who accepts no JSON is
 * told so, and is not sent what they cannot read.
 */
export default class JsonAnswerMiddleware {
  handle({ request }: HttpContext, next: NextFn) {
    const { format = 'json' } = request.body() as { format?: unknown }
    if (format === 'json' && !request.accepts(['application/json'])) {
      throw onlyJson(request.header('accept') ?? '')
    }
    return next()
  }
}
