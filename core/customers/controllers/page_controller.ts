import { errors } from '@adonisjs/core/http'
import type { HttpContext } from '@adonisjs/core/http'
import { pageModules } from '#core/http/page_modules'
import { requestLocale } from '#core/http/request_locale'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { brandAt, presentBrand } from '#core/customers/queries/find_brand'

/** Where a session keeps who has signed in; whether that still holds is asked by the page itself. */
const SIGNED_IN = 'auth_web'

/** Addresses that programs ask for: one that is unknown there is answered as such, not with a page. */
const ofPrograms = /^\/(api|health|assets|c|m)(\/|$)/

/** Answers every other address with the page, which knows what to show there. */
export default class PageController {
  async show(ctx: HttpContext) {
    const { request, response, view } = ctx
    // Programs that carry a token have none.
    const session = ctx.session as HttpContext['session'] | undefined
    const path = request.url()
    if (ofPrograms.test(path)) throw new errors.E_ROUTE_NOT_FOUND([request.method(), path])
    // It names files that the next build replaces.
    response.header('cache-control', 'no-cache')
    const signedIn = session?.has(SIGNED_IN) ?? false
    const requests = ['/api/session']
    if (signedIn && session?.has(SESSION_CUSTOMER)) requests.push('/api/report/v1/types')
    const brand = await brandAt(request.hostname())
    // Known before the first question: the sign-in shows nobody else's name for a moment.
    return view.render('app', {
      brand: brand && JSON.stringify(presentBrand(brand)),
      modules: pageModules(path, signedIn, requestLocale(ctx)),
      requests: requests.join(' '),
    })
  }
}
