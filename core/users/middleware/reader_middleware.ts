import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Reader } from '#core/permissions/reader'
import { demandActing } from '#core/users/acting/acting_reader'
import { demandReader, type ReaderOptions } from '#core/users/demand_reader'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Who asks; there on every route behind `middleware.reader()`. */
    reader: Reader
  }
}

/**
 * Turns a session, a JWT or a ticket into `ctx.reader`. Rights are read anew for each request, so
 * that they end when they are taken. A request that brings a ticket is never helped by a session.
 * `grant` is what a ticket must be meant for; a person who is signed in needs none. `capability` is
 * the line of the matrix that must let the reader through.
 */
export default class ReaderMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: ReaderOptions = {}) {
    // Set before the work: the answer to each way of failing names the way to sign in.
    ctx.response.header('WWW-Authenticate', 'Bearer realm="telestat"')
    ctx.reader = await demandReader(ctx, options)
    ctx.response.removeHeader('WWW-Authenticate')
    demandActing(ctx, options.capability)
    return next()
  }
}
