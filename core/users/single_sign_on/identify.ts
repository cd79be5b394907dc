import { DateTime } from 'luxon'
import { record } from '#core/audit/actions/record'
import { recordAccepted } from '#core/users/actions/accept_invitation'
import { acceptMembership, demandAcceptable } from '#core/users/actions/accept_membership'
import { newAccount } from '#core/users/actions/new_account'
import { takenIdentity, unknownIdentity } from '#core/users/errors'
import User from '#core/users/models/user'
import UserIdentity from '#core/users/models/user_identity'
import { findInvitation } from '#core/users/queries/find_invitation'
import { useInvitations } from '#core/users/actions/use_invitations'
import { listMemberships } from '#core/users/queries/list_memberships'
import type { Asserted } from '#core/users/single_sign_on/end_single_sign_on'
import { writeTransaction } from '#database/write_transaction'

/**
 * The person whom the issuer means: one who was joined with this issuer and subject before, or is
 * now, by the invitation or the session that the visit began with. They must be a member of the
 * connection's customer, or become one by its invitation. Throws `E_UNKNOWN_IDENTITY`, `E_TAKEN_IDENTITY`, `E_UNKNOWN_INVITATION`
 * and `E_OPERATOR_NOT_INVITED`.
 */
export async function identify(asserted: Asserted, address: string): Promise<User> {
  const { issuer, subject, visit, connection } = asserted
  const { customerId } = connection
  const identity = await UserIdentity.query().where({ issuer, subject }).first()
  const open = visit.invitation ? await findInvitation(visit.invitation) : null
  const offer = open?.membership ?? null
  if (offer && offer.customerId !== customerId) throw unknownIdentity()
  const joining = visit.userId ? await User.find(visit.userId) : (open?.user ?? null)
  const isNew = offer !== null && joining === null
  if (identity && (isNew || (joining && identity.userId !== joining.id))) throw takenIdentity()
  if (offer) await demandAcceptable(offer, joining, offer.email)
  const known = joining ?? (identity && (await User.find(identity.userId)))
  if (!offer && !(known && (await isMember(known.id, customerId)))) throw unknownIdentity()
  const user = await writeTransaction(async (client) => {
    if (offer) {
      const accountOf = async () => known ?? newAccount(offer, client)
      return acceptMembership(offer, accountOf, client)
    }
    if (visit.invitation) await useInvitations(known!.id, visit.invitation, client)
    return known!
  })
  if (offer) await recordAccepted(offer, user.id, address)
  await join(asserted, identity, user, address)
  return User.findOrFail(user.id)
}

/** What an operator may see of a customer that has invited operators is opened with the operator's own sign-in. */
async function isMember(userId: number, customerId: number): Promise<boolean> {
  const memberships = await listMemberships(userId)
  return memberships.some((one) => one.customerId === customerId && one.role !== 'operator')
}

async function join(
  { issuer, subject, connection }: Asserted,
  identity: UserIdentity | null,
  user: User,
  address: string
): Promise<void> {
  const now = DateTime.utc()
  if (identity) {
    await identity.merge({ lastUsedAt: now }).save()
    return
  }
  await UserIdentity.create({ userId: user.id, issuer, subject, createdAt: now, lastUsedAt: now })
  await record({
    customerId: connection.customerId,
    actorId: user.id,
    action: 'identity.joined',
    subject: user.email,
    details: { issuer },
    address,
  })
}
