import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { saveCustomer } from '#core/customers/actions/save_customer'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import type Customer from '#core/customers/models/customer'
import { getCustomer } from '#core/customers/queries/get_customer'
import { settingsValidator } from '#core/customers/validators/customer'
import { serviceLevelFormulas } from '#core/contracts/service_level'

/** What the customer's own administrator settles. */
export default class SettingsController {
  async show({ response, reader }: HttpContext) {
    return response.json(presented(await getCustomer(reader.customerId)))
  }

  async update(ctx: HttpContext) {
    const customer = await getCustomer(ctx.reader.customerId)
    const change = await ctx.request.validateUsing(settingsValidator)
    await saveCustomer(customer, change)
    const details = { changed: Object.keys(change) }
    await recordOf(ctx, { action: 'customer.changed', subject: customer.name, details })
    return ctx.response.json(presented(customer))
  }
}

const presented = (customer: Customer) => ({
  name: customer.name,
  zone: customer.zone,
  edition: customer.edition,
  serviceLevel: customer.serviceLevel,
  serviceLevelFormulas,
  shortAbandonSeconds: customer.shortAbandonSeconds,
  openingHours: customer.openingHours,
  holidays: customer.holidays ?? [],
  targets: customer.targets ?? [],
  dayWindow: customer.dayWindow ?? null,
  deliveryRules: customer.deliveryRules ?? usualDeliveryRules,
})
