import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { recordOf } from '#core/audit/actions/record_of'
import { applyEdition } from '#core/customers/actions/apply_edition'
import { editionPlugins } from '#core/customers/edition_plugins'
import { createCustomer } from '#core/customers/actions/create_customer'
import { saveCustomer } from '#core/customers/actions/save_customer'
import { editions } from '#core/customers/edition'
import { changedCustomerValidator, newCustomerValidator } from '#core/customers/validators/customer'
import { listWish } from '#core/http/list_wish'
import { operatedCustomer } from '#core/operations/operated_customer'
import {
  customerOrders,
  listCustomers,
  presentCustomer,
} from '#core/operations/queries/list_customers'
import { serviceLevelFormulas } from '#core/contracts/service_level'

/** The customers of the installation. What is done to one is told in its own log too. */
export default class CustomersController {
  async index(ctx: HttpContext) {
    const { rows, ...counts } = await listCustomers(await listWish(ctx, customerOrders))
    return ctx.response.json({ customers: rows, ...counts, ...choices() })
  }

  async show(ctx: HttpContext) {
    const customer = presentCustomer(await operatedCustomer(ctx))
    return ctx.response.json({ customer, ...choices() })
  }

  async store(ctx: HttpContext) {
    const customer = await createCustomer(await ctx.request.validateUsing(newCustomerValidator))
    await applyEdition(customer)
    const entry = { action: 'customer.created' as const, subject: customer.slug }
    await recordOf(ctx, { ...entry, customerId: customer.id })
    await recordOf(ctx, { ...entry, customerId: null })
    return ctx.response.status(201).json({ customer: presentCustomer(customer) })
  }

  async update(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    const change = await ctx.request.validateUsing(changedCustomerValidator)
    await saveCustomer(customer, change)
    await recordOf(ctx, {
      customerId: customer.id,
      action: 'customer.changed',
      subject: customer.slug,
      details: { changed: Object.keys(change) },
    })
    return ctx.response.json({ customer: presentCustomer(customer) })
  }

  /** Nobody gets in and nothing is collected any more; all is kept, and there when it is opened again. */
  async destroy(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    await customer.merge({ closedAt: customer.closedAt ?? DateTime.utc() }).save()
    const entry = { action: 'customer.closed' as const, subject: customer.slug }
    await recordOf(ctx, { ...entry, customerId: customer.id })
    return ctx.response.noContent()
  }

  async open(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    await customer.merge({ closedAt: null }).save()
    const entry = { action: 'customer.opened' as const, subject: customer.slug }
    await recordOf(ctx, { ...entry, customerId: customer.id })
    return ctx.response.json({ customer: presentCustomer(customer) })
  }
}

/** What a form of a customer lets choose. */
const choices = () => ({
  editions: editions.map((key) => ({ key, plugins: editionPlugins(key).enabled })),
  serviceLevelFormulas,
})
