import type { HttpContext } from '@adonisjs/core/http'
import { unknownBranding } from '#core/customers/errors'
import Brand from '#core/customers/models/brand'
import { brandOf, presentSupport } from '#core/customers/queries/find_brand'
import { findBranding, presentBranding } from '#core/customers/queries/find_branding'

/** The look of a customer's sign-in, which anyone may see who knows its name, and the logo of an operator's brand. */
export default class BrandingsController {
  async show({ request, response }: HttpContext) {
    const branding = await findBranding(request.qs().name)
    const brand = await brandOf(branding.customerId)
    const support = brand && presentSupport(brand)
    return response.json({ ...presentBranding(branding), support })
  }

  async logo({ request, response }: HttpContext) {
    const { brand } = request.qs() as { brand?: unknown }
    const { name, logo, logoType } =
      typeof brand === 'string'
        ? ((await Brand.findBy('key', brand)) ?? new Brand())
        : await findBranding(request.qs().name)
    if (!logo || !logoType) throw unknownBranding(name ?? '')
    response.header('content-type', logoType)
    response.header('cache-control', 'public, max-age=300')
    return response.send(Buffer.from(logo))
  }
}
