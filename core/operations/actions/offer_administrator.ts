import type Customer from '#core/customers/models/customer'
import { administered, operatorsAddress } from '#core/operations/errors'
import { hasAdministrator } from '#core/users/actions/accept_membership'
import { inviteMember } from '#core/users/actions/invite_member'
import { checkedEmail, isOperatorsMailbox } from '#core/users/email_address'
import MembershipInvitation from '#core/users/models/membership_invitation'

/**
 * Invites the first administrator of a customer, in the place of whom an operator invited before. Throws
 * `E_HAS_ADMINISTRATOR` where it has one, and `E_OPERATORS_ADDRESS` for the mailbox of somebody who runs
 * the installation, however it is written.
 */
export async function offerAdministrator(
  customer: Customer,
  { email: typed, name, language }: { email: string; name?: string; language?: string }
) {
  const email = checkedEmail(typed)
  if (await hasAdministrator(customer.id)) throw administered(customer.name)
  if (await isOperatorsMailbox(email)) throw operatorsAddress(email)
  await MembershipInvitation.query().where({ customerId: customer.id, byOperator: true }).delete()
  return inviteMember(customer, {
    ...{ email, name, language },
    role: 'administrator',
    seesEverything: true,
    callSpecification: true,
    byOperator: true,
  })
}
