import { inject } from '@adonisjs/core'
import FrameworkBodyParser from '@adonisjs/core/bodyparser_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Reads bodies, except those that are collected: they are streamed to disk, whatever they claim to be. */
@inject()
export default class BodyParserMiddleware {
  constructor(protected parser: FrameworkBodyParser) {}

  handle(ctx: HttpContext, next: NextFn) {
    const isCollected = ctx.request.url().startsWith('/api/collect/')
    return isCollected ? next() : this.parser.handle(ctx, next)
  }
}
