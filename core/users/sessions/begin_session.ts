import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { record } from '#core/audit/actions/record'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { signInFailed } from '#core/users/errors'
import Membership from '#core/users/models/membership'
import type User from '#core/users/models/user'
import UserSession from '#core/users/models/user_session'
import { hashSecret, newSecret } from '#core/users/secret'
import { openMemberships } from '#core/users/sessions/open_memberships'
import { momentText } from '#database/columns'
import { ACTING, BEFORE, PENDING_SIGN_IN, SESSION_KEY } from '#core/users/sessions/session_key'

/**
 * Signs a person in, who has proved all that they must, in the first of their customers that the
 * session opens; who runs the installation begins in none that has only invited them. `by` is how they
 * proved it. Throws `E_SIGN_IN_FAILED` where it opens none and they run no installation.
 */
export async function beginSession(
  ctx: HttpContext,
  user: User,
  { opens, by }: { opens: number[] | null; by: string }
): Promise<void> {
  const { auth, session, request } = ctx
  const open = await openMemberships(user, opens)
  const first = open.find(({ role }) => role !== 'operator')
  if (!first && (opens || !user.isOperator)) throw signInFailed()
  await auth.use('web').login(user)
  const key = newSecret()
  const now = DateTime.utc()
  const address = request.ip()
  ctx.liveSession = await UserSession.create({
    userId: user.id,
    keyHash: hashSecret(key),
    opens,
    device: (request.header('user-agent') ?? '').slice(0, 255),
    address,
    createdAt: now,
    lastSeenAt: now,
    endedAt: null,
  })
  session.forget(PENDING_SIGN_IN)
  session.forget(ACTING)
  session.put(SESSION_KEY, key)
  session.put(SESSION_CUSTOMER, first?.customerId ?? 0)
  const { failedSignIns, lastSignInAt, lastSignInAddress } = user
  session.put(BEFORE, {
    failedSignIns,
    lastSignInAt: lastSignInAt?.toISO() ?? null,
    lastSignInAddress,
  })
  await user.merge({ failedSignIns: 0, lastSignInAt: now, lastSignInAddress: address }).save()
  await enterCustomer(ctx, user, first?.customerId ?? null, by)
}

/** Notes that a person is in a customer now, in its own log: what they open elsewhere is not its affair. */
export async function enterCustomer(
  { request }: Pick<HttpContext, 'request'>,
  { id: userId, email }: { id: number; email: string },
  customerId: number | null,
  by: string
): Promise<void> {
  if (customerId) {
    await Membership.query()
      .where({ userId, customerId })
      .update({ last_entered_at: momentText(DateTime.utc()) })
  }
  await record({
    customerId,
    actorId: userId,
    action: 'signIn.succeeded',
    subject: email,
    details: { by },
    address: request.ip(),
  })
}
