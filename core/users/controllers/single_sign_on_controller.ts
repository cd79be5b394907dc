import type { HttpContext } from '@adonisjs/core/http'
import { RequestError } from '#core/http/request_error'
import { ownKeys } from '#core/users/account/own_account'
import { confirmPassword } from '#core/users/account/confirm_password'
import { unknownConnection, unknownFactor } from '#core/users/errors'
import CustomerConnection from '#core/users/models/customer_connection'
import UserIdentity from '#core/users/models/user_identity'
import { beginSession } from '#core/users/sessions/begin_session'
import { beginSingleSignOn } from '#core/users/single_sign_on/begin_single_sign_on'
import { endSingleSignOn } from '#core/users/single_sign_on/end_single_sign_on'
import { findConnection } from '#core/users/single_sign_on/find_connection'
import { identify } from '#core/users/single_sign_on/identify'
import { confirmationValidator } from '#core/users/validators/account'
import { joinValidator, loginValidator, visitValidator } from '#core/users/validators/connection'

/** Signing in with the account that a person has elsewhere. */
export default class SingleSignOnController {
  /** `/login?connection=azure`: the address that people keep. */
  async login({ request, response }: HttpContext) {
    const { connection, ...rest } = await request.validateUsing(loginValidator, {
      data: request.qs(),
    })
    const query = new URLSearchParams(rest as Record<string, string>)
    const path = connection ? `/api/sso/${encodeURIComponent(connection)}` : '/sign-in'
    return response.redirect().toPath(`${path}${query.size ? `?${query.toString()}` : ''}`)
  }

  async begin(ctx: HttpContext) {
    const { request, response, params } = ctx
    return withProblem(ctx, async () => {
      const about = await request.validateUsing(visitValidator, { data: request.qs() })
      const { customer, ...visit } = about
      const connection = await findConnection(String(params.connection), customer)
      return response.redirect(await beginSingleSignOn(ctx, connection, visit))
    })
  }

  async callback(ctx: HttpContext) {
    const { request, response, auth, liveSession } = ctx
    return withProblem(ctx, async () => {
      const asserted = await endSingleSignOn(ctx)
      const { visit, connection } = asserted
      // Only who began to join the accounts, and is still signed in, may end it.
      if (visit.userId && liveSession?.userId !== visit.userId) throw unknownConnection('')
      const user = await identify(asserted, request.ip())
      if (visit.userId) return response.redirect().toPath('/account')
      if (liveSession) {
        await liveSession.delete()
        await auth.use('web').logout()
      }
      const opens = [connection.customerId]
      await beginSession(ctx, user, { opens, by: `connection ${connection.key}` })
      return response.redirect().toPath(visit.back ?? '/')
    })
  }

  /** Joins the signed-in person's account with the issuer's. */
  async join(ctx: HttpContext) {
    const { key, password } = await ctx.request.validateUsing(joinValidator)
    const user = await ownKeys(ctx)
    await confirmPassword(user, password, ctx.request.ip())
    const connection = await CustomerConnection.query()
      .where({ key, customerId: ctx.reader.customerId })
      .first()
    if (!connection) throw unknownConnection(key)
    const location = await beginSingleSignOn(ctx, connection, { userId: user.id })
    return ctx.response.json({ location })
  }

  async part(ctx: HttpContext) {
    const { password } = await ctx.request.validateUsing(confirmationValidator)
    const user = await ownKeys(ctx)
    await confirmPassword(user, password, ctx.request.ip())
    const identity = await UserIdentity.query()
      .where({ id: Number(ctx.params.id) || 0, userId: user.id })
      .first()
    if (!identity) throw unknownFactor()
    await identity.delete()
    return ctx.response.noContent()
  }
}

/** A browser came here by itself: what went wrong is told on the page. */
async function withProblem({ response }: HttpContext, work: () => Promise<unknown>) {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof RequestError ? error.problem.code : 'E_SINGLE_SIGN_ON_FAILED'
    return response.redirect().toPath(`/sign-in?problem=${code}`)
  }
}
