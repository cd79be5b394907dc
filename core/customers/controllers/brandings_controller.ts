import type { HttpContext } from '@adonisjs/core/http'
import { unknownBranding } from '#core/customers/errors'
import { findBranding, presentBranding } from '#core/customers/queries/find_branding'

/** The look of a customer's sign-in, which anyone may see who knows its name. */
export default class BrandingsController {
  async show({ request, response }: HttpContext) {
    return response.json(presentBranding(await findBranding(request.qs().name)))
  }

  async logo({ request, response }: HttpContext) {
    const { name, logo, logoType } = await findBranding(request.qs().name)
    if (!logo || !logoType) throw unknownBranding(name ?? '')
    response.header('content-type', logoType)
    response.header('cache-control', 'public, max-age=300')
    return response.send(Buffer.from(logo))
  }
}
