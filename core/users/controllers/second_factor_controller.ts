import type { HttpContext } from '@adonisjs/core/http'
import { noSignIn } from '#core/users/errors'
import User from '#core/users/models/user'
import { unknownCustomer } from '#core/customers/errors'
import { factorStep, pausedMemberships } from '#core/users/second_factor/factor_step'
import { beginProof, prove } from '#core/users/second_factor/prove'
import { sessionInfo } from '#core/users/session_info'
import { beginSession } from '#core/users/sessions/begin_session'
import { PENDING_SIGN_IN, type PendingSignIn, passwordMark } from '#core/users/sessions/session_key'
import {
  codeValidator,
  methodValidator,
  pausedValidator,
} from '#core/users/validators/second_factor'

/** How long after the password the second factor may be given. */
const PENDING_MS = 15 * 60_000

/** The second half of signing in. */
export default class SecondFactorController {
  async index(ctx: HttpContext) {
    const { user } = await pendingSignIn(ctx)
    return ctx.response.json(await factorStep(user))
  }

  async send(ctx: HttpContext) {
    const { method } = await ctx.request.validateUsing(methodValidator)
    const { user, pending } = await pendingSignIn(ctx)
    const begun = await beginProof(user, method, 'signIn')
    ctx.session.put(PENDING_SIGN_IN, { ...pending, method: begun.method })
    return ctx.response.json(begun)
  }

  async verify(ctx: HttpContext) {
    const { request } = ctx
    const given = await request.validateUsing(codeValidator)
    const { user, pending } = await pendingSignIn(ctx)
    const method = given.method ?? pending.method ?? 'email'
    await prove({ user, method, code: given.code, purpose: 'signIn', address: request.ip() })
    await beginSession(ctx, user, { opens: null, by: method })
    return ctx.response.json(await sessionInfo(ctx, user))
  }

  /** Opens the one customer whose administrator has paused the second factor. */
  async enter(ctx: HttpContext) {
    const { customer } = await ctx.request.validateUsing(pausedValidator)
    const { user } = await pendingSignIn(ctx)
    const paused = await pausedMemberships(user)
    const opened = paused.find(({ slug }) => slug === customer)
    if (!opened) throw unknownCustomer(customer)
    await beginSession(ctx, user, { opens: [opened.customerId], by: 'password' })
    return ctx.response.json(await sessionInfo(ctx, user))
  }
}

/** Who gave the right password in this session. Throws `E_NO_SIGN_IN` where nobody did, too long ago, or another since. */
async function pendingSignIn({ session }: HttpContext) {
  const pending = session.get(PENDING_SIGN_IN) as PendingSignIn | undefined
  const user =
    pending && Date.now() - pending.at < PENDING_MS ? await User.find(pending.userId) : null
  if (!pending || !user || pending.password !== passwordMark(user.password)) throw noSignIn()
  return { user, pending }
}
