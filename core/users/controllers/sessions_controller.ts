import type { HttpContext } from '@adonisjs/core/http'
import { DateTime } from 'luxon'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { ownAccount, ownKeys } from '#core/users/account/own_account'
import { unknownSession } from '#core/users/errors'
import UserSession from '#core/users/models/user_session'
import { endSessions } from '#core/users/sessions/end_sessions'
import { momentText } from '#database/columns'

/** As long as a browser keeps a session that is not used. */
const LIFE = { hours: 12 }

/** The browsers in which a person is signed in. */
export default class SessionsController {
  async index(ctx: HttpContext) {
    const { liveSession } = ctx
    const sessions = await alive(ownAccount(ctx).id)
      // Which other browsers and addresses a person uses is not for a session that one customer let in.
      .if(liveSession?.opens, (query) => query.where('id', liveSession?.id ?? 0))
      .orderBy('lastSeenAt', 'desc')
    return ctx.response.json({
      sessions: sessions.map(({ id, device, address, createdAt, lastSeenAt }) => ({
        id,
        current: id === ctx.liveSession?.id,
        device,
        address,
        createdAt: createdAt.toISO(),
        lastSeenAt: lastSeenAt.toISO(),
      })),
    })
  }

  async destroy(ctx: HttpContext) {
    const user = await ownKeys(ctx)
    const session = await alive(user.id)
      .where('id', Number(ctx.params.id) || 0)
      .first()
    if (!session) throw unknownSession()
    await session.merge({ endedAt: DateTime.utc() }).save()
    await ended(ctx, 1)
    return ctx.response.noContent()
  }

  async destroyOthers(ctx: HttpContext) {
    const { id } = await ownKeys(ctx)
    await ended(ctx, await endSessions(id, ctx.liveSession))
    return ctx.response.noContent()
  }
}

const alive = (userId: number) =>
  UserSession.query()
    .where('userId', userId)
    .whereNull('endedAt')
    .where('lastSeenAt', '>', momentText(DateTime.utc().minus(LIFE)))

async function ended(ctx: HttpContext, sessions: number) {
  const user = ownAccount(ctx)
  await recordOfPerson(user.id, {
    actorId: user.id,
    action: 'session.ended',
    subject: user.email,
    details: { sessions },
    address: ctx.request.ip(),
  })
}
