import { DateTime } from 'luxon'
import { noInvitation } from '#core/people/errors'
import type { Person, Place } from '#core/people/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { inviteMemberAgain } from '#core/users/actions/invite_member'
import { type SentInvitation, inviteUser } from '#core/users/actions/invite_user'
import Invitation from '#core/users/models/invitation'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import { belongsOnlyTo } from '#core/users/queries/belongs_only_to'
import { momentText } from '#database/columns'

/**
 * Sends a new invitation; this customer's before it no longer works. Throws `E_NO_INVITATION` where the person
 * has accepted.
 */
export async function invitePerson({ member, invited }: Place): Promise<SentInvitation> {
  if (invited) return inviteMemberAgain(invited, await getCustomer(invited.customerId))
  await demandOwnInvitation(member)
  await endInvitations(member.user.id)
  return inviteUser(member.user, await getCustomer(member.membership.customerId))
}

/** Makes this customer's open invitation worthless. Throws `E_NO_INVITATION` where there is none. */
export async function invalidateInvitation({ member, invited }: Place): Promise<void> {
  if (invited) return endOffer(invited)
  await demandOwnInvitation(member)
  if (!(await endInvitations(member.user.id))) throw noInvitation(member.user.email)
}

async function endOffer(invited: MembershipInvitation): Promise<void> {
  const now = DateTime.utc()
  if (invited.expiresAt <= now) throw noInvitation(invited.email)
  await invited.merge({ expiresAt: now }).save()
}

/** The account's own invitation is the person's: it is this customer's affair only where no other one has them. */
async function demandOwnInvitation({ user, membership }: Person): Promise<void> {
  const own = !user.password && (await belongsOnlyTo(user.id, membership.customerId))
  if (!own) throw noInvitation(user.email)
}

async function endInvitations(userId: number): Promise<number> {
  const ended = await Invitation.query()
    .where('userId', userId)
    .whereNull('usedAt')
    .update({ used_at: momentText(DateTime.utc()) })
  return Number(ended)
}
