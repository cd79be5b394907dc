import type { HttpContext } from '@adonisjs/core/http'
import { recordOf } from '#core/audit/actions/record_of'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { unknownOperated } from '#core/operations/errors'
import { operatedCustomer } from '#core/operations/operated_customer'
import { listAccounts } from '#core/operations/queries/list_accounts'
import { administratorValidator } from '#core/operations/validators/plugin'
import { ownAccount } from '#core/users/account/own_account'
import { sendEnrolment } from '#core/users/actions/send_enrolment'
import { createUser } from '#core/users/actions/create_user'
import { forgiveAccount } from '#core/users/limits/sign_in_limits'
import User from '#core/users/models/user'

/** People across customers. */
export default class AccountsController {
  async index({ request, response }: HttpContext) {
    const { filter } = request.qs() as { filter?: unknown }
    return response.json({ users: await listAccounts(typeof filter === 'string' ? filter : '') })
  }

  /** An administrator for a customer, who manages the rest from there. */
  async store(ctx: HttpContext) {
    const customer = await operatedCustomer(ctx)
    const { email, name = '', language } = await ctx.request.validateUsing(administratorValidator)
    const { user, invitation } = await createUser({
      customer: customer.slug,
      email,
      name,
      ...(language && { language }),
      administrator: true,
      seesEverything: true,
    })
    await recordOf(ctx, {
      customerId: customer.id,
      action: 'user.created',
      subject: user.email,
      details: { role: 'administrator', invited: invitation !== null },
    })
    return ctx.response.status(201).json({
      user: { id: user.id, email: user.email, name: user.name },
      invitation: invitation && { sent: invitation.problem === null, problem: invitation.problem },
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
