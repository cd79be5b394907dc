import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { onlySingleSignOn } from '#core/users/errors'
import { useInvitations } from '#core/users/actions/use_invitations'
import { CHOSEN_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { findInvitation } from '#core/users/queries/find_invitation'
import { listMemberships } from '#core/users/queries/list_memberships'
import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'
import { writeTransaction } from '#database/write_transaction'

/**
 * Sets the password that an invited person chose, and uses up every invitation of theirs. Throws
 * `E_UNKNOWN_INVITATION`, `E_SINGLE_SIGN_ON` where their customers have no passwords, and
 * `E_WEAK_PASSWORD`, which leaves the invitation as it was.
 */
export async function acceptInvitation(
  token: string,
  password: string,
  address: string | null = null
): Promise<void> {
  const { user } = await findInvitation(token)
  const memberships = await listMemberships(user.id)
  const enforcing = await enforcingCustomers(memberships.map(({ customerId }) => customerId))
  if (enforcing.size && enforcing.size === memberships.length) {
    throw onlySingleSignOn([...enforcing.values()].flat())
  }
  const passwordHash = await hashPassword(password, CHOSEN_PASSWORD_LENGTH)
  await writeTransaction(async (client) => {
    await useInvitations(user.id, token, client)
    await client.from('users').where('id', user.id).update({ password: passwordHash })
  })
  await recordOfPerson(user.id, {
    actorId: user.id,
    action: 'invitation.accepted',
    subject: user.email,
    address,
  })
}
