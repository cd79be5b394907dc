import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
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
import { actingReader, demandActing } from '#core/users/acting/acting_reader'
import { noteTicketUse } from '#core/users/actions/note_ticket_use'
import { inSession } from '#core/users/sessions/in_session'
import { openTicket } from '#core/users/actions/open_ticket'
import { openJwt } from '#core/users/ticket_jwt'

declare module '@adonisjs/core/http' {
  interface HttpContext {
    /** Who asks; there on every route behind `middleware.reader()`. */
    reader: Reader
  }
}

/**
 * Turns a session, a JWT or a ticket into `ctx.reader`. Rights are read anew for each request, so
 * that they end when they are taken. A request that brings a ticket is never helped by a session.
 * `grant` is what a ticket must be meant for; a person who is signed in needs none. `capability` is
 * the line of the matrix that must let the reader through.
 */
export default class ReaderMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: ReaderOptions = {}) {
    // Set before the work: the answer to each way of failing names the way to sign in.
    ctx.response.header('WWW-Authenticate', 'Bearer realm="telestat"')
    ctx.reader = carriesToken(ctx.request) ? await byTicket(ctx, options) : await bySession(ctx)
    ctx.response.removeHeader('WWW-Authenticate')
    const { capability, module } = options
    if (module) await demandModule(ctx.reader, module)
    if (capability && !can(ctx.reader, capability)) throw notAllowed(capability)
    demandActing(ctx, capability)
    return next()
  }
}

interface ReaderOptions {
  /** The module whose address it is: where the customer does not have it, nothing is there. */
  module?: string
  grant?: Grant
  capability?: Capability
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
