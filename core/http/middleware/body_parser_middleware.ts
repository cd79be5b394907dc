import { inject } from '@adonisjs/core'
import FrameworkBodyParser from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Reads bodies, except those that are collected, which are streamed to disk, and those of connectors, which read their own. */
@inject()
export default class BodyParserMiddleware {
  constructor(protected parser: FrameworkBodyParser) {}

  handle(ctx: HttpContext, next: NextFn) {
    const isReadElsewhere = /^\/(api\/collect|c)\//.test(ctx.request.url())
    return isReadElsewhere ? next() : this.parser.handle(ctx, next)
  }
}
