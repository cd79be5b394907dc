import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { saveBranding, saveLogo } from '#core/customers/actions/save_branding'
import CustomerBranding from '#core/customers/models/customer_branding'
import { presentBranding } from '#core/customers/queries/find_branding'
import { brandingValidator, logoValidator } from '#core/customers/validators/customer'

/** The look of the customer's own sign-in. */
export default class OwnBrandingController {
  async show({ response, reader }: HttpContext) {
    const branding = await CustomerBranding.find(reader.customerId)
    return response.json(presentBranding(branding ?? new CustomerBranding()))
  }

  async update(ctx: HttpContext) {
    const change = await ctx.request.validateUsing(brandingValidator)
    const branding = await saveBranding(ctx.reader.customerId, change)
    await recordOf(ctx, { action: 'customer.branding', details: change })
    return ctx.response.json(presentBranding(branding))
  }

  async logo(ctx: HttpContext) {
    const { image } = await ctx.request.validateUsing(logoValidator)
    const branding = await saveLogo(ctx.reader.customerId, image)
    await recordOf(ctx, { action: 'customer.branding', details: { logo: branding.logoType } })
    return ctx.response.json(presentBranding(branding))
  }
}
