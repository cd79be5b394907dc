import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { record } from '#core/audit/actions/record'
import { personOf } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { findReader } from '#core/permissions/read_rights'
import { ownAccount } from '#core/users/account/own_account'
import { type Acting, endActing, mayBeHelped } from '#core/users/acting/acting_reader'
import { tellUser } from '#core/users/actions/tell_user'
import { cannotBeHelped } from '#core/users/errors'
import { beginProof, prove } from '#core/users/second_factor/prove'
import { stepUpMethods } from '#core/users/second_factor/step_up_methods'
import { sessionInfo } from '#core/users/session_info'
import { ACTING } from '#core/users/sessions/session_key'
import { actingValidator, methodValidator } from '#core/users/validators/second_factor'

const LIFE = { hours: 1 }

/** Using another person's account to help them. */
export default class ActingController {
  /** The administrator's own second factor, once more. */
  async proof(ctx: HttpContext) {
    const { method } = await ctx.request.validateUsing(methodValidator)
    const administrator = ownAccount(ctx)
    const methods = await stepUpMethods(administrator, ctx.reader.customerId)
    return ctx.response.json(await beginProof(administrator, method, 'proof', methods))
  }

  async store(ctx: HttpContext) {
    const { request, response, session, reader } = ctx
    const administrator = ownAccount(ctx)
    // Before all else: another customer's user is not there, whatever is asked of them.
    const { user } = await personOf(ctx)
    const { code, method, write = false } = await request.validateUsing(actingValidator)
    const theirs = await findReader(user.id, reader.customerId)
    if (!theirs || !mayBeHelped(theirs)) throw cannotBeHelped(user.email)
    const address = request.ip()
    const { customerId } = reader
    const methods = await stepUpMethods(administrator, customerId)
    await prove({ user: administrator, method, code, purpose: 'proof', address, methods })
    const until = DateTime.utc().plus(LIFE).toMillis()
    session.put(ACTING, { userId: user.id, customerId, write, until } satisfies Acting)
    await record({
      customerId,
      actorId: administrator.id,
      actingForId: user.id,
      action: 'impersonation.begun',
      subject: user.email,
      details: { write },
      address,
    })
    const customer = await getCustomer(customerId)
    const mode = write ? 'write' : 'read'
    await tellUser(user, 'acting', { by: administrator.name, customer: customer.name, mode })
    return response.json(await sessionInfo(ctx, administrator))
  }

  async destroy(ctx: HttpContext) {
    const { auth, session, response } = ctx
    const administrator = auth.use('web').getUserOrFail()
    const acting = session.get(ACTING) as Acting | undefined
    if (acting) await endActing(ctx, administrator.id, acting)
    return response.json(await sessionInfo(ctx, administrator))
  }
}
