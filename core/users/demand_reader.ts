import type { HttpContext } from '@adonisjs/core/http'
import { enabledModules } from '#core/customers/queries/enabled_modules'
import { carriesToken } from '#core/http/carries_token'
import { nothingHere } from '#core/http/errors'
import { can } from '#core/permissions/can'
import { grantMissing, notAllowed, notSignedIn } from '#core/permissions/errors'
import type { Grant } from '#core/permissions/grant'
import type { Capability } from '#core/permissions/matrix'
import { findReader } from '#core/permissions/read_rights'
import { type Reader, withoutCalls } from '#core/permissions/reader'
import { SESSION_CUSTOMER } from '#core/permissions/session_customer'
import { actingReader } from '#core/users/acting/acting_reader'
import { noteTicketUse } from '#core/users/actions/note_ticket_use'
import { openTicket } from '#core/users/actions/open_ticket'
import UserSession from '#core/users/models/user_session'
import { inSession } from '#core/users/sessions/in_session'
import { ACTING } from '#core/users/sessions/session_key'
import { openJwt } from '#core/users/ticket_jwt'

export interface ReaderOptions {
  /** The module whose address it is: where the customer does not have it, nothing is there. */
  module?: string
  grant?: Grant
  capability?: Capability
}

/** Who asks, by their session, JWT or ticket. Throws where nobody does, or they may not. */
export async function demandReader(ctx: HttpContext, options: ReaderOptions): Promise<Reader> {
  const reader = carriesToken(ctx.request) ? await byTicket(ctx, options) : await bySession(ctx)
  return allowed(reader, options)
}

/**
 * Who has asked, as they are now: for an answer that goes on. Throws as `demandReader` where their
 * session or ticket has ended, or they may no longer.
 */
export async function renewedReader(ctx: HttpContext, options: ReaderOptions): Promise<Reader> {
  const reader = carriesToken(ctx.request)
    ? await byTicket(ctx, options)
    : await stillInSession(ctx)
  return allowed(reader, options)
}

async function allowed(reader: Reader, { module, capability }: ReaderOptions): Promise<Reader> {
  if (module) await demandModule(reader, module)
  if (capability && !can(reader, capability)) throw notAllowed(capability)
  return reader
}

async function demandModule({ customerId }: Reader, module: string): Promise<void> {
  const modules = await enabledModules(customerId)
  if (!modules.includes(module)) throw nothingHere()
}

async function byTicket({ request }: HttpContext, { grant }: ReaderOptions): Promise<Reader> {
  const [, jwt] = /^Bearer +(\S+)$/i.exec(request.header('authorization') ?? '') ?? []
  const ticket = jwt
    ? await openJwt(jwt)
    : await openTicket(request.header('api-token') ?? '', request.header('api-secret') ?? '')
  if (grant && !ticket.grants.includes(grant)) throw grantMissing(grant)
  const reader = await findReader(ticket.userId, ticket.customerId)
  if (!reader) throw notSignedIn()
  await noteTicketUse(ticket)
  return { ...(ticket.withoutCalls ? withoutCalls(reader) : reader), via: 'ticket' }
}

async function bySession(ctx: HttpContext): Promise<Reader> {
  const { auth, session } = ctx
  const guard = auth.use('web')
  if (!(await guard.check())) throw notSignedIn()
  const userId = guard.getUserOrFail().id
  const found = await findReader(userId, Number(session.get(SESSION_CUSTOMER)))
  const reader = found && inSession(found, ctx.liveSession)
  if (reader) return (await actingReader(ctx, reader)) ?? reader
  await guard.logout()
  session.forget(SESSION_CUSTOMER)
  throw notSignedIn()
}

/** The session of a request that was answered long ago is not written any more, so nothing in it is changed. */
async function stillInSession(ctx: HttpContext): Promise<Reader> {
  const live = ctx.liveSession && (await UserSession.find(ctx.liveSession.id))
  if (!live || live.endedAt) throw notSignedIn()
  const found = await findReader(live.userId, Number(ctx.session.get(SESSION_CUSTOMER)))
  const reader = found && inSession(found, live)
  if (!reader) throw notSignedIn()
  if (!ctx.session.has(ACTING)) return reader
  const acting = await actingReader(ctx, reader)
  if (!acting) throw notSignedIn()
  return acting
}
