import type { HttpContext } from '@adonisjs/core/http'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { recordOf } from '#core/audit/actions/record_of'
import { personOf } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { ownAccount } from '#core/users/account/own_account'
import { tellUser } from '#core/users/actions/tell_user'
import { pauseValidator } from '#core/users/validators/second_factor'
import { momentText } from '#database/columns'

const minutesOf = { '5m': 5, '1h': 60, '24h': 24 * 60 } as const

/** A while in which a person opens this customer, and no other, with the password alone. */
export default class FactorPausesController {
  async store(ctx: HttpContext) {
    const { request, response, reader } = ctx
    const { user } = await personOf(ctx)
    const given = await request.validateUsing(pauseValidator)
    const minutes = minutesOf[given.for]
    const until = DateTime.utc().plus({ minutes })
    await forget(user.id, reader.customerId)
    await db
      .table('factor_pauses')
      .insert({ user_id: user.id, customer_id: reader.customerId, until: momentText(until) })
    const details = { minutes }
    await recordOf(ctx, { action: 'secondFactor.paused', subject: user.email, details })
    const by = ownAccount(ctx).name
    const customer = await getCustomer(reader.customerId)
    await tellUser(user, 'factorPaused', { by, customer: customer.name, minutes })
    return response.json({ until: until.toISO() })
  }

  async destroy(ctx: HttpContext) {
    const { user } = await personOf(ctx)
    await forget(user.id, ctx.reader.customerId)
    const details = { minutes: 0 }
    await recordOf(ctx, { action: 'secondFactor.paused', subject: user.email, details })
    return ctx.response.noContent()
  }
}

const forget = (userId: number, customerId: number) =>
  db.from('factor_pauses').where({ user_id: userId, customer_id: customerId }).delete()
