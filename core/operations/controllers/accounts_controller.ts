import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { listWish } from '#core/http/list_wish'
import { unknownOperated } from '#core/operations/errors'
import { offerAdministrator } from '#core/operations/actions/offer_administrator'
import { operatedCustomer } from '#core/operations/operated_customer'
import { accountOrders, listAccounts } from '#core/operations/queries/list_accounts'
import { administratorValidator } from '#core/operations/validators/plugin'
import { ownAccount } from '#core/users/account/own_account'
import { sendEnrolment } from '#core/users/actions/send_enrolment'
import { forgiveAccount } from '#core/users/limits/sign_in_limits'
import User from '#core/users/models/user'

/** People across customers. */
export default class AccountsController {
  async index(ctx: HttpContext) {
    const { rows, ...counts } = await listAccounts(await listWish(ctx, accountOrders))
    return ctx.response.json({ users: rows, ...counts })
  }

  /** The first administrator of a customer, who manages the rest from there. */
  async store(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    const asked = await ctx.request.validateUsing(administratorValidator)
    const { invitation, sent } = await offerAdministrator(customer, asked)
    const { email, name } = invitation
    await recordOf(ctx, {
      customerId: customer.id,
      action: 'user.created',
      subject: email,
      details: { role: 'administrator', invited: true, by: 'operator' },
    })
    return ctx.response.status(201).json({
      user: { email, name: name || email },
      invitation: { sent: sent.problem === null, problem: sent.problem },
    })
  }

  /** Forgets the failures that keep somebody out. */
  async unlock(ctx: HttpContext) {
    const user = await operatedAccount(ctx)
    await forgiveAccount(user.email)
    await recordOfPerson(user.id, {
      actorId: ctx.reader.userId,
      action: 'signIn.unlocked',
      subject: user.email,
      address: ctx.request.ip(),
    })
    return ctx.response.noContent()
  }

  /** Mails somebody a link to set an app up, where no administrator of their customer can. */
  async enrol(ctx: HttpContext) {
    const user = await operatedAccount(ctx)
    await sendEnrolment(user, ownAccount(ctx))
    await recordOfPerson(user.id, {
      actorId: ctx.reader.userId,
      action: 'secondFactor.enrolmentSent',
      subject: user.email,
      address: ctx.request.ip(),
    })
    return ctx.response.noContent()
  }
}

async function operatedAccount({ params }: HttpContext): Promise<User> {
  const id = String(params.id)
  const user = /^\d{1,9}$/.test(id) ? await User.find(Number(id)) : null
  if (!user) throw unknownOperated(id)
  return user
}
