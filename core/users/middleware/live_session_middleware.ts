import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { DateTime } from 'luxon'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import UserSession from '#core/users/models/user_session'
import { hashSecret } from '#core/users/secret'
import { ACTING, SESSION_KEY } from '#core/users/sessions/session_key'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** The browser that somebody is signed in with; undefined where nobody is. */
    liveSession?: UserSession
  }
}

const SEEN_EVERY = { minutes: 1 }

/** Forgets who is signed in where their session has been ended from elsewhere, and notes that it is used. */
export default class LiveSessionMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const { session, auth, request } = ctx
    // Requests that bring a ticket have none.
    if (!session?.initiated) return next()
    const guard = auth.use('web')
    const userId = Number(session.get(guard.sessionKeyName))
    if (!userId) return next()
    const live = await liveSession(userId, String(session.get(SESSION_KEY) ?? ''))
    if (!live) {
      for (const key of [guard.sessionKeyName, SESSION_KEY, SESSION_CUSTOMER, ACTING]) {
        session.forget(key)
      }
      return next()
    }
    ctx.liveSession = live
    const now = DateTime.utc()
    if (live.lastSeenAt < now.minus(SEEN_EVERY)) {
      await live.merge({ lastSeenAt: now, address: request.ip() }).save()
    }
    return next()
  }
}

const liveSession = (userId: number, key: string) =>
  UserSession.query()
    .where({ userId, keyHash: hashSecret(key) })
    .whereNull('endedAt')
    .first()
