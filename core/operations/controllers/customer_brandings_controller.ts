import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { saveBranding, saveLogo } from '#core/customers/actions/save_branding'
import CustomerBranding from '#core/customers/models/customer_branding'
import { presentBranding } from '#core/customers/queries/find_branding'
import { brandingValidator, logoValidator } from '#core/customers/validators/customer'
import { operatedCustomer } from '#core/operations/operated_customer'

/** The look of a customer's sign-in, as an operator sets it. */
export default class CustomerBrandingsController {
  async show(ctx: HttpContext) {
    const { id } = await operatedCustomer(ctx)
    const branding = await CustomerBranding.find(id)
    return ctx.response.json(presentBranding(branding ?? new CustomerBranding()))
  }

  async update(ctx: HttpContext) {
    const { id: customerId } = await operatedCustomer(ctx)
    const change = await ctx.request.validateUsing(brandingValidator)
    const branding = await saveBranding(customerId, change)
    await recordOf(ctx, { customerId, action: 'customer.branding', details: change })
    return ctx.response.json(presentBranding(branding))
  }

  async logo(ctx: HttpContext) {
    const { id: customerId } = await operatedCustomer(ctx)
    const { image } = await ctx.request.validateUsing(logoValidator)
    const branding = await saveLogo(customerId, image)
    const details = { logo: branding.logoType }
    await recordOf(ctx, { customerId, action: 'customer.branding', details })
    return ctx.response.json(presentBranding(branding))
  }
}
