import { DateTime } from 'luxon'
import { unknownInvitation } from '#core/users/errors'
import Invitation from '#core/users/models/invitation'
import User from '#core/users/models/user'
import { hashSecret } from '#core/users/secret'
import { momentText } from '#database/columns'

/** The invitation with this token and who is invited. Throws `E_UNKNOWN_INVITATION` where it is used, too old or was never sent. */
export async function findInvitation(
  token: string
): Promise<{ invitation: Invitation; user: User }> {
  const invitation = await Invitation.query()
    .where('tokenHash', hashSecret(token))
    .whereNull('usedAt')
    .where('expiresAt', '>', momentText(DateTime.utc()))
    .first()
  const user = invitation && (await User.find(invitation.userId))
  if (!user) throw unknownInvitation()
  return { invitation, user }
}
