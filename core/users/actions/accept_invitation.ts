import { DateTime } from 'luxon'
import { unknownInvitation } from '#core/users/errors'
import { CHOSEN_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { findInvitation } from '#core/users/queries/find_invitation'
import { momentText } from '#database/columns'
import { writeTransaction } from '#database/write_transaction'

/**
 * Sets the password that an invited person chose, and uses up every invitation of theirs. Throws
 * `E_UNKNOWN_INVITATION` and `E_WEAK_PASSWORD`, which leaves the invitation as it was.
 */
export async function acceptInvitation(token: string, password: string): Promise<void> {
  const { invitation, user } = await findInvitation(token)
  const passwordHash = await hashPassword(password, CHOSEN_PASSWORD_LENGTH)
  await writeTransaction(async (transaction) => {
    const now = momentText(DateTime.utc())
    // The one who marks it has it: of two who follow the link at once, one is refused.
    const marked = await transaction
      .from('invitations')
      .where('id', invitation.id)
      .whereNull('used_at')
      .update({ used_at: now })
    if (!Number(marked)) throw unknownInvitation()
    await transaction
      .from('invitations')
      .where('user_id', user.id)
      .whereNull('used_at')
      .update({ used_at: now })
    await transaction.from('users').where('id', user.id).update({ password: passwordHash })
  })
}
