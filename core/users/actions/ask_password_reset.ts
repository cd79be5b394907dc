import { DateTime } from 'luxon'
import { recordOfPerson } from '#core/audit/actions/record_of_person'
import { addressesOf } from '#core/customers/queries/addresses_of'
import { tellUser } from '#core/users/actions/tell_user'
import OneTimeLink from '#core/users/models/one_time_link'
import { createLink } from '#core/users/one_time_links/create_link'
import { findUser } from '#core/users/queries/find_user'
import { openInvitations } from '#core/users/queries/find_invitation'
import { listMemberships } from '#core/users/queries/list_memberships'
import { enforcingCustomers } from '#core/users/single_sign_on/enforcing_customers'
import { momentText } from '#database/columns'

const LIFE = { hours: 1 }
const PAUSE = { minutes: 1 }

/**
 * Mails the person with this address a link by which they choose a new password, or, where all their
 * customers demand single sign-on, the way to that. Does nothing for an address that is nobody's, or
 * that was written to within a minute.
 */
export async function askPasswordReset(email: string, address: string): Promise<void> {
  const user = await findUser(email)
  const memberships = user ? await listMemberships(user.id) : []
  if (!user) return
  // Who is a member of nothing may still have been invited.
  const isWanted = memberships.length || user.isOperator || (await isInvited(user.email))
  if (!isWanted) return
  const enforcing = await enforcingCustomers(memberships.map(({ customerId }) => customerId))
  if (enforcing.size && enforcing.size === memberships.length && !user.isOperator) {
    const [first] = memberships
    const [key = ''] = enforcing.get(first?.customerId ?? 0) ?? []
    const addresses = await addressesOf(first?.customerId ?? null)
    const link = addresses(`/api/sso/${key}?customer=${first?.slug ?? ''}`)
    await tellUser(user, 'singleSignOn', { link })
    return
  }
  const recent = await OneTimeLink.query()
    .where({ userId: user.id, purpose: 'passwordReset' })
    .where('createdAt', '>', momentText(DateTime.utc().minus(PAUSE)))
    .first()
  if (recent) return
  const link = await createLink({
    userId: user.id,
    purpose: 'passwordReset',
    path: '/password-reset',
    life: LIFE,
  })
  await tellUser(user, 'passwordReset', { link })
  await recordOfPerson(user.id, {
    actorId: null,
    action: 'password.resetAsked',
    subject: user.email,
    address,
  })
}

const isInvited = async (email: string) =>
  (await openInvitations().where('email', email).first()) !== null
