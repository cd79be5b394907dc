import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { openAddress, type OpenedAddress } from '#core/feeds/actions/open_address'
import { notePull } from '#core/feeds/actions/note_pull'
import { allowOrigin } from '#core/feeds/http/allow_origin'
import { belowAddress } from '#core/feeds/http/below_address'
import { requestHeaders } from '#core/feeds/http/request_headers'
import { findPlugin } from '#core/feeds/find_path'
import type { Capability } from '#core/permissions/matrix'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The connector that is pulled; there on every route behind `middleware.connector()`. */
    pulled: OpenedAddress
  }
}

/**
 * Turns an address and its token into `ctx.pulled`. Nobody has a session here: whoever has no token is
 * told to send one, and never sent to a page.
 */
export default class ConnectorMiddleware {
  async handle(ctx: HttpContext, next: NextFn, _options: { capability: Capability }) {
    const { request, response } = ctx
    const begun = Date.now()
    const path = belowAddress(request)
    // Also what is refused has the headers that a tool looks for first.
    const always = findPlugin(path)?.always ?? {}
    for (const [name, value] of Object.entries(always)) response.header(name, value)
    await allowOrigin(ctx)
    response.header('Cache-Control', 'private, no-cache')
    response.header('X-Robots-Tag', 'noindex, nofollow')
    response.header('Referrer-Policy', 'no-referrer')
    const asked = {
      address: String(ctx.params.address),
      headers: requestHeaders(request),
      query: new URLSearchParams(request.parsedUrl.query ?? ''),
      ip: request.ip(),
    }
    // Set before the work: the answer to a missing token names the way to send one.
    response.header('WWW-Authenticate', 'Basic realm="Telestat", charset="UTF-8"')
    const opened = await openAddress(asked, (connector, by) => {
      response.response.once('close', () => {
        void notePull({
          connector,
          by,
          path,
          status: response.response.statusCode,
          address: asked.ip,
          milliseconds: Date.now() - begun,
          bytes: ctx.pulledBytes ?? 0,
        })
      })
    })
    response.removeHeader('WWW-Authenticate')
    ctx.pulled = opened
    return next()
  }
}
