import { DateTime } from 'luxon'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { takenIdentity, unknownIdentity } from '#core/users/errors'
import User from '#core/users/models/user'
import UserIdentity from '#core/users/models/user_identity'
import { findInvitation } from '#core/users/queries/find_invitation'
import { useInvitations } from '#core/users/actions/use_invitations'
import { listMemberships } from '#core/users/queries/list_memberships'
import type { Asserted } from '#core/users/single_sign_on/end_single_sign_on'

/**
 * The person whom the issuer means: one who was joined with this issuer and subject before, or is
 * now, by the invitation or the session that the visit began with. They must be a user of the
 * connection's customer. Throws `E_UNKNOWN_IDENTITY`, `E_TAKEN_IDENTITY` and `E_UNKNOWN_INVITATION`.
 */
export async function identify(asserted: Asserted, address: string): Promise<User> {
  const { issuer, subject, visit, connection } = asserted
  const identity = await UserIdentity.query().where({ issuer, subject }).first()
  const joining = await joiningUser(asserted)
  if (identity && joining && identity.userId !== joining.id) throw takenIdentity()
  const user = joining ?? (identity && (await User.find(identity.userId)))
  if (!user) throw unknownIdentity()
  const memberships = await listMemberships(user.id)
  if (!memberships.some(({ customerId }) => customerId === connection.customerId)) {
    throw unknownIdentity()
  }
  const now = DateTime.utc()
  if (identity) await identity.merge({ lastUsedAt: now }).save()
  else {
    await UserIdentity.create({ userId: user.id, issuer, subject, createdAt: now, lastUsedAt: now })
    await recordOfPerson(user.id, {
      actorId: user.id,
      action: 'identity.joined',
      subject: user.email,
      details: { issuer },
      address,
    })
  }
  if (visit.invitation) await useInvitations(user.id, visit.invitation)
  return user
}

async function joiningUser({ visit }: Asserted): Promise<User | null> {
  if (visit.userId) return User.find(visit.userId)
  if (!visit.invitation) return null
  const { user } = await findInvitation(visit.invitation)
  return user
}
