import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { tellUser } from '#core/users/actions/tell_user'
import { forgiveAccount } from '#core/users/limits/sign_in_limits'
import { findLink } from '#core/users/one_time_links/find_link'
import { useLink } from '#core/users/one_time_links/use_link'
import { CHOSEN_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { endSessions } from '#core/users/sessions/end_sessions'
import { writeTransaction } from '#database/write_transaction'

/**
 * Sets the password that a person chose by a mailed link, ends every session of theirs and opens the
 * account where it was closed. Throws `E_UNKNOWN_LINK`, and `E_WEAK_PASSWORD`, which leaves the link as it was.
 */
export async function resetPassword(
  token: string,
  password: string,
  address: string
): Promise<void> {
  const { link, user } = await findLink(token, 'passwordReset')
  const hash = await hashPassword(password, CHOSEN_PASSWORD_LENGTH)
  await writeTransaction(async (client) => {
    await useLink(client, link.id)
    await client.from('users').where('id', user.id).update({ password: hash })
    await client
      .from('one_time_links')
      .where({ user_id: user.id, purpose: 'passwordReset' })
      .whereNull('used_at')
      .delete()
  })
  await endSessions(user.id)
  await forgiveAccount(user.email)
  await recordOfPerson(user.id, {
    actorId: user.id,
    action: 'password.changed',
    subject: user.email,
    details: { by: 'link' },
    address,
  })
  await tellUser(user, 'passwordChanged')
}
