import type { HttpContext } from '@adonisjs/core/http'
import { unknownCustomer } from '#core/customers/errors'
import { notAllowed, notSignedIn } from '#core/permissions/errors'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { recordOf } from '#core/audit/actions/record_of'
import type User from '#core/users/models/user'
import { signIn } from '#core/users/actions/sign_in'
import { forgiveSignIn } from '#core/users/limits/sign_in_limits'
import { factorStep } from '#core/users/second_factor/factor_step'
import { pausedCustomers } from '#core/users/second_factor/paused_customers'
import { sessionInfo } from '#core/users/session_info'
import { beginSession, enterCustomer } from '#core/users/sessions/begin_session'
import { openMemberships } from '#core/users/sessions/open_memberships'
import {
  ACTING,
  BEFORE,
  PENDING_SIGN_IN,
  type PendingSignIn,
  passwordMark,
  SESSION_KEY,
} from '#core/users/sessions/session_key'
import { sessionChangeValidator, signInValidator } from '#core/users/validators/session'

/** Who is signed in on the page. */
export default class SessionController {
  async store(ctx: HttpContext) {
    const { request, response, auth, session } = ctx
    const given = await request.validateUsing(signInValidator)
    const user = await signIn({ ...given, address: request.ip() })
    if (session.has(auth.use('web').sessionKeyName)) await forget(ctx)
    const paused = await pausedCustomers(user.id)
    const memberships = await openMemberships(user, null)
    const opens = memberships.filter(({ customerId }) => paused.includes(customerId))
    // One customer's pause lets the person in there. It never shuts them out of the others.
    if (opens.length && opens.length === memberships.length) {
      await forgiveSignIn(user.email, request.ip())
      await beginSession(ctx, user, { opens: opens.map((one) => one.customerId), by: 'password' })
      return response.json(await sessionInfo(ctx, user))
    }
    session.regenerate()
    const password = passwordMark(user.password)
    const pending: PendingSignIn = { userId: user.id, password, at: Date.now() }
    session.put(PENDING_SIGN_IN, pending)
    return response.json(await factorStep(user))
  }

  async show(ctx: HttpContext) {
    const user = ctx.auth.use('web').user
    // A ticket is no session.
    if (!user) throw notSignedIn()
    return ctx.response.json(await sessionInfo(ctx, user))
  }

  async update(ctx: HttpContext) {
    const { request, response, auth, session, reader, liveSession } = ctx
    const user = auth.use('web').user
    if (!user) throw notSignedIn()
    const { language, customer } = await request.validateUsing(sessionChangeValidator)
    if (customer === null) await leave(ctx, user)
    if (customer) {
      const memberships = await openMemberships(user, liveSession?.opens ?? null)
      const opened = memberships.find((membership) => membership.slug === customer)
      if (!opened) throw unknownCustomer(customer)
      session.put(SESSION_CUSTOMER, opened.customerId)
      // Whom a customer has let see its calls does not do so unseen.
      if (opened.role === 'operator') {
        const entering = { ...reader, customerId: opened.customerId }
        await recordOf({ reader: entering, request }, { action: 'operators.entered' })
      } else if (opened.customerId !== reader.customerId) {
        await enterCustomer(ctx, user, opened.customerId, 'switch')
      }
    }
    if (language && reader.userId === user.id) await user.merge({ language }).save()
    return response.json(await sessionInfo(ctx, user))
  }

  async destroy(ctx: HttpContext) {
    await forget(ctx)
    return ctx.response.noContent()
  }
}

/** Goes back to the installation from a customer, whose log says so where its calls could be seen. */
async function leave({ session, reader, request, liveSession }: HttpContext, user: User) {
  if (!user.isOperator || liveSession?.opens || reader.actor) throw notAllowed('operator.customers')
  if (reader.role === 'operator' && reader.customerId) {
    await recordOf({ reader, request }, { action: 'operators.left' })
  }
  session.put(SESSION_CUSTOMER, 0)
}

/** Signs out, or leaves a sign-in that is under way. */
async function forget({ auth, session, liveSession, request }: HttpContext) {
  const guard = auth.use('web')
  if (liveSession && (await guard.check())) {
    const customerId = Number(session.get(SESSION_CUSTOMER))
    const reader = { customerId, userId: liveSession.userId } as HttpContext['reader']
    await recordOf({ reader, request }, { action: 'signOut' })
  }
  await liveSession?.delete()
  await guard.logout()
  // The proof against forgery stays: the page is still open.
  for (const key of [PENDING_SIGN_IN, SESSION_KEY, SESSION_CUSTOMER, ACTING, BEFORE])
    session.forget(key)
  session.regenerate()
}
