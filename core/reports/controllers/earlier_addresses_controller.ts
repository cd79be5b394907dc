import type { HttpContext } from '@adonisjs/core/http'

/** The report API had a version for each kind of body. There is one now, and it understands one. */
export default class EarlierAddressesController {
  show({ request, response }: HttpContext) {
    const now = request.url(true).replace(/^\/api\/report\/v1-\d/, '/api/report/v1')
    // 308 keeps the method and the body.
    return response.redirect().status(308).toPath(now)
  }
}
