import { DateTime } from 'luxon'
import { unknownInvitation } from '#core/users/errors'
import Invitation from '#core/users/models/invitation'
import MembershipInvitation from '#core/users/models/membership_invitation'
import User from '#core/users/models/user'
import { findUser } from '#core/users/queries/find_user'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/** An open invitation: to choose a password for an account, or to become a member of a customer. */
export type OpenInvitation =
  | { user: User; membership: null }
  | {
      /** Null while the address has no account. */ user: User | null
      membership: MembershipInvitation
    }

/** The invitation with this token and whom it is for. Throws `E_UNKNOWN_INVITATION` where it is used, too old or was never sent. */
export async function findInvitation(token: string): Promise<OpenInvitation> {
  const tokenHash = hashSecret(token)
  const now = momentText(DateTime.utc())
  const membership = await openInvitations().where('tokenHash', tokenHash).first()
  if (membership) return { user: await findUser(membership.email), membership }
  const invitation = await Invitation.query()
    .where('tokenHash', tokenHash)
    .whereNull('usedAt')
    .where('expiresAt', '>', now)
    .first()
  const user = invitation && (await User.find(invitation.userId))
  if (!user) throw unknownInvitation()
  return { user, membership: null }
}

/** Offers of membership that can be accepted now, of customers that are open. */
export const openInvitations = () =>
  MembershipInvitation.query()
    .where('expiresAt', '>', momentText(DateTime.utc()))
    .whereIn('customerId', (query) => query.from('customers').whereNull('closed_at').select('id'))
