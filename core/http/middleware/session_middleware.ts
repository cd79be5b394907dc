import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import FrameworkSession from '@adonisjs/session/session_middleware'
import type { SessionStoreFactory } from '@adonisjs/session/types'
import { needsNoSession } from '#core/http/needs_no_session'

/** Opens the session, except for requests that have none: each would leave a row behind. */
@inject()
export default class SessionMiddleware {
  constructor(protected session: FrameworkSession<Record<string, SessionStoreFactory>>) {}

  handle(ctx: HttpContext, next: NextFn) {
    return needsNoSession(ctx.request) ? next() : this.session.handle(ctx, next)
  }
}
