import { DateTime } from 'luxon'
import { noInvitation } from '#core/customers/errors'
import type { Person } from '#core/customers/people'
import { getCustomer } from '#core/customers/queries/get_customer'
import { type SentInvitation, inviteUser } from '#core/users/actions/invite_user'
import Invitation from '#core/users/models/invitation'
import { momentText } from '#database/columns'

/** Sends a person a new invitation; those before it no longer work. Throws `E_NO_INVITATION` where they have a password. */
export async function invitePerson(person: Person): Promise<SentInvitation> {
  const { user, membership } = person
  if (user.password) throw noInvitation(user.email)
  await endInvitations(user.id)
  return inviteUser(user, await getCustomer(membership.customerId))
}

/** Makes a person's open invitations worthless. Throws `E_NO_INVITATION` where there is none. */
export async function invalidateInvitation({ user }: Person): Promise<void> {
  if (user.password || !(await endInvitations(user.id))) throw noInvitation(user.email)
}

async function endInvitations(userId: number): Promise<number> {
  const ended = await Invitation.query()
    .where('userId', userId)
    .whereNull('usedAt')
    .update({ used_at: momentText(DateTime.utc()) })
  return Number(ended)
}
