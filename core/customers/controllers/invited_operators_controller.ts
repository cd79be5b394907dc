import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { recordOf } from '#core/audit/actions/record_of'
import { getCustomer } from '#core/customers/queries/get_customer'

/** Whether those who run the installation may see the customer's data. It is the customer's to say, at any time. */
export default class InvitedOperatorsController {
  async show({ response, reader }: HttpContext) {
    const { operatorsInvitedAt } = await getCustomer(reader.customerId)
    return response.json({ invitedAt: operatorsInvitedAt })
  }

  async store(ctx: HttpContext) {
    const customer = await getCustomer(ctx.reader.customerId)
    const operatorsInvitedAt = customer.operatorsInvitedAt ?? DateTime.utc()
    await customer.merge({ operatorsInvitedAt }).save()
    await recordOf(ctx, { action: 'operators.invited', subject: customer.name })
    return ctx.response.json({ invitedAt: operatorsInvitedAt })
  }

  async destroy(ctx: HttpContext) {
    const customer = await getCustomer(ctx.reader.customerId)
    await customer.merge({ operatorsInvitedAt: null }).save()
    await recordOf(ctx, { action: 'operators.uninvited', subject: customer.name })
    return ctx.response.noContent()
  }
}
