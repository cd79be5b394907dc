import type { HttpContext } from '@adonisjs/core/http'
import { notSignedIn } from '#core/permissions/errors'
import { actingAccount, limitedSession } from '#core/users/errors'
import type User from '#core/users/models/user'
import { listMemberships } from '#core/users/queries/list_memberships'

/** The person who is signed in, as themselves. Throws `E_NOT_SIGNED_IN`, and `E_ACTING` for an administrator who uses their account. */
export function ownAccount({ auth, reader }: HttpContext): User {
  const user = auth.use('web').user
  if (!user) throw notSignedIn()
  if (reader.userId !== user.id) throw actingAccount()
  return user
}

/**
 * As `ownAccount`, for what opens the account: password, address, factors. A session that one customer
 * let in, by its own issuer or without a second factor, may not change what opens the others. Throws
 * `E_LIMITED_SESSION`.
 */
export async function ownKeys(ctx: HttpContext): Promise<User> {
  const user = ownAccount(ctx)
  const opens = ctx.liveSession?.opens
  if (!opens) return user
  const memberships = await listMemberships(user.id)
  if (memberships.some(({ customerId }) => !opens.includes(customerId))) throw limitedSession()
  return user
}
