import { recordInEach } from '#core/audit/actions/record_of_person'
import { tellUser } from '#core/users/actions/tell_user'
import { ownerConfirms, takenEmail, unknownLink } from '#core/users/errors'
import OneTimeLink from '#core/users/models/one_time_link'
import User from '#core/users/models/user'
import { findLink } from '#core/users/one_time_links/find_link'
import { useLink } from '#core/users/one_time_links/use_link'
import { findUser } from '#core/users/queries/find_user'
import { writeTransaction } from '#database/write_transaction'

/** Which of the two addresses have said yes. */
export interface Confirmed {
  old: boolean
  new: boolean
}

/** What a link to another address is about. Throws `E_UNKNOWN_LINK`. */
export async function findEmailChange(token: string) {
  const { link, user } = await findLink(token, 'emailChange')
  const confirmed = await confirmedOf(link)
  const { newEmail, proposedBy = null } = link.details
  return { link, user, newEmail: String(newEmail), confirmed, proposedBy }
}

/**
 * Confirms one of the two addresses, and changes it where the other has been. Throws `E_UNKNOWN_LINK`,
 * `E_TAKEN_EMAIL` where the address has become somebody's, and `E_OWNER_CONFIRMS` for what a customer proposed:
 * whoever has the new mailbox is not yet the person.
 */
export async function confirmEmailChange(
  token: string
): Promise<{ changed: boolean; confirmed: Confirmed }> {
  const { link, user, newEmail, proposedBy } = await findEmailChange(token)
  if (proposedBy) throw ownerConfirms()
  if (link.details.side === 'new' && (await findUser(newEmail))) throw takenEmail(newEmail)
  await writeTransaction((client) => useLink(client, link.id))
  const confirmed = await confirmedOf(link)
  if (!confirmed.old || !confirmed.new) return { changed: false, confirmed }
  await changeEmail(user, newEmail)
  return { changed: true, confirmed }
}

/**
 * Confirms, as the person who is signed in, an address that a customer proposed for their account.
 * Throws `E_UNKNOWN_LINK`, also for a link that is another person's, and `E_TAKEN_EMAIL`.
 */
export async function confirmProposedEmail(token: string, user: User): Promise<void> {
  const { link, newEmail, proposedBy } = await findEmailChange(token)
  if (!proposedBy || link.userId !== user.id) throw unknownLink()
  if (await findUser(newEmail)) throw takenEmail(newEmail)
  await writeTransaction((client) => useLink(client, link.id))
  await changeEmail(user, newEmail)
}

async function changeEmail(user: User, newEmail: string): Promise<void> {
  if (await findUser(newEmail)) throw takenEmail(newEmail)
  const before = user.email
  await User.query().where('id', user.id).update({ email: newEmail })
  await recordInEach(user.id, {
    actorId: user.id,
    action: 'email.changed',
    subject: newEmail,
    details: { before },
  })
  const changed = await User.findOrFail(user.id)
  await tellUser(changed, 'emailChanged')
  await tellUser(changed, 'emailChanged', {}, before)
}

async function confirmedOf(link: OneTimeLink): Promise<Confirmed> {
  const links = await OneTimeLink.query().where({ userId: link.userId, purpose: 'emailChange' })
  const used = links
    .filter(({ details, usedAt }) => details.wish === link.details.wish && usedAt)
    .map(({ details }) => details.side)
  return { old: used.includes('old'), new: used.includes('new') }
}
