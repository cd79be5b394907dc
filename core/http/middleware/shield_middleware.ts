import { inject } from '@adonisjs/core'
import type { HttpContext } from '@adonisjs/core/http'
import encryption from '@adonisjs/core/services/encryption'
import type { NextFn } from '@adonisjs/core/types/http'
import FrameworkShield from '@adonisjs/shield/shield_middleware'
import shieldConfig from '#config/shield'
import { needsNoSession } from '#core/http/needs_no_session'

/** The protective headers for all; the proof against forged requests for those that have a session. */
@inject()
export default class ShieldMiddleware {
  readonly #headersOnly = new FrameworkShield(
    { ...shieldConfig, csrf: { enabled: false } },
    encryption.use()
  )

  constructor(protected shield: FrameworkShield) {}

  handle(ctx: HttpContext, next: NextFn) {
    ctx.response.header('Referrer-Policy', 'same-origin')
    const shield = needsNoSession(ctx.request) ? this.#headersOnly : this.shield
    return shield.handle(ctx, next)
  }
}
