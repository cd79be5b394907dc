import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Grant } from '#core/permissions/grant'
import { notSignedIn } from '#core/permissions/errors'
import { findReader } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Who asks; there on every route behind `middleware.reader()`. */
    reader: Reader
  }
}

/** The key under which a session keeps which of their customers a person has opened. */
export const SESSION_CUSTOMER = 'customer'

/** Turns a session or a ticket into `ctx.reader`, read anew for each request so that rights end when they are taken. */
export default class ReaderMiddleware {
  async handle(ctx: HttpContext, next: NextFn, _options: { grant?: Grant } = {}) {
    ctx.reader = await this.#bySession(ctx)
    return next()
  }

  async #bySession(ctx: HttpContext): Promise<Reader> {
    const customerId = Number(ctx.session.get(SESSION_CUSTOMER))
    const signedIn = await ctx.auth.use('web').check()
    const reader = signedIn && (await findReader(ctx.auth.use('web').user!.id, customerId))
    if (reader) return reader
    ctx.response.header('WWW-Authenticate', 'Bearer realm="telestat"')
    throw notSignedIn()
  }
}
