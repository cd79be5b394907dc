import type { HttpContext } from '@adonisjs/core/http'
import { record } from '#core/audit/actions/record'
import type { Capability } from '#core/permissions/matrix'
import { findReader } from '#core/permissions/read_rights'
import type { Reader } from '#core/permissions/reader'
import { seenByBoth } from '#core/permissions/seen_by_both'
import { actingAccount, actingReads } from '#core/users/errors'
import { ACTING } from '#core/users/sessions/session_key'

/** Whose account an administrator uses in this session, in which customer, and until when in milliseconds. */
export interface Acting {
  userId: number
  customerId: number
  write: boolean
  until: number
}

/** What is asked with a body and changes nothing. */
const reading: readonly Capability[] = [
  'reports.read',
  'exports.make',
  'specifications.open',
  // Their own: they find no jobs but those that they started themselves.
  'jobs.own',
]

/**
 * What the person whose account is used may see, as far as the administrator may see it too; null
 * where nobody's is used, or its time is over.
 */
export async function actingReader(ctx: HttpContext, own: Reader): Promise<Reader | null> {
  const acting = ctx.session.get(ACTING) as Acting | undefined
  if (!acting) return null
  const over = Date.now() > acting.until || own.customerId !== acting.customerId
  const reader = over ? null : await helped(own, acting)
  if (!reader) await endActing(ctx, own.userId, acting)
  return reader
}

/** Users and customer users are helped, by those who administer the customer still. */
async function helped(own: Reader, { userId, customerId, write }: Acting) {
  const theirs = own.role === 'administrator' ? await findReader(userId, customerId) : null
  if (!theirs || !mayBeHelped(theirs)) return null
  return { ...seenByBoth(theirs, own), actor: { userId: own.userId, write } }
}

/** Nobody borrows the account of one who may do as much as themselves. */
export const mayBeHelped = ({ role, operates }: Reader): boolean =>
  (role === 'user' || role === 'customerUser') && !operates

/** Stops using the other account, and writes it down. */
export async function endActing(ctx: HttpContext, actorId: number, acting: Acting): Promise<void> {
  ctx.session.forget(ACTING)
  await record({
    customerId: acting.customerId,
    actorId,
    actingForId: acting.userId,
    action: 'impersonation.ended',
    address: ctx.request.ip(),
  })
}

/**
 * Whether an administrator who uses another's account may ask for this. Throws `E_ACTING` for what is
 * the owner's alone, and `E_ACTING_READS` for a change where they only look.
 */
export function demandActing({ request, reader }: HttpContext, capability?: Capability): void {
  if (!reader.actor || ['GET', 'HEAD'].includes(request.method())) return
  const ends = request.method() === 'DELETE' && request.url().startsWith('/api/session')
  if (ends) return
  if (capability === 'account.own') throw actingAccount()
  if (!reader.actor.write && !(capability && reading.includes(capability))) throw actingReads()
}
