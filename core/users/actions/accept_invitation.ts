import { record } from '#core/audit/actions/record'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { confirmPassword } from '#core/users/account/confirm_password'
import { acceptMembership, demandAcceptable } from '#core/users/actions/accept_membership'
import { useInvitations } from '#core/users/actions/use_invitations'
import { onlySingleSignOn } from '#core/users/errors'
import type MembershipInvitation from '#core/users/models/membership_invitation'
import User from '#core/users/models/user'
import { CHOSEN_PASSWORD_LENGTH, hashPassword } from '#core/users/password'
import { findInvitation } from '#core/users/queries/find_invitation'
import { newAccount } from '#core/users/actions/new_account'
import { listMemberships } from '#core/users/queries/list_memberships'
import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'
import { writeTransaction } from '#database/write_transaction'

/**
 * Accepts an invitation. A new person chooses their password with it; whose address has an account
 * gives its password, which stays. Throws `E_UNKNOWN_INVITATION`, `E_SINGLE_SIGN_ON` where the
 * customer has no passwords, `E_WRONG_PASSWORD`, `E_TOO_MANY_SIGN_INS`, and `E_WEAK_PASSWORD`, which leaves the invitation as
 * it was.
 */
export async function acceptInvitation(
  token: string,
  password: string,
  address: string
): Promise<void> {
  const { user, membership } = await findInvitation(token)
  if (membership) return becomeMember(membership, user, password, address)
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

async function becomeMember(
  invitation: MembershipInvitation,
  user: User | null,
  password: string,
  address: string
): Promise<void> {
  const { customerId, email } = invitation
  await demandAcceptable(invitation, user, email)
  if (user?.password) await confirmPassword(user, password, address)
  else {
    const enforcing = await enforcingCustomers([customerId])
    if (enforcing.size) throw onlySingleSignOn([...enforcing.values()].flat())
  }
  const chosen = user?.password ? null : await hashPassword(password, CHOSEN_PASSWORD_LENGTH)
  const { id } = await writeTransaction((client) =>
    acceptMembership(
      invitation,
      async () => {
        const account = user
          ? await User.findOrFail(user.id, { client })
          : await newAccount(invitation, client)
        if (chosen) await account.merge({ password: chosen }).save()
        return account
      },
      client
    )
  )
  await recordAccepted(invitation, id, address)
}

/** Tells the inviting customer, in its log, that the invitation has been accepted. */
export const recordAccepted = (
  { customerId, email, role }: MembershipInvitation,
  userId: number,
  address: string
): Promise<void> =>
  record({
    customerId,
    actorId: userId,
    action: 'invitation.accepted',
    subject: email,
    details: { role },
    address,
  })
