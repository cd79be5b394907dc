import { DateTime } from 'luxon'
import type { People } from '#core/customers/people'
import { invitedId } from '#core/customers/people'
import type { ListedPerson } from '#core/customers/queries/list_people'
import MembershipInvitation from '#core/users/models/membership_invitation'

/** Those who have been invited and haven't accepted, by name and address: of those who have the text. */
export async function listInvited({ reader, only }: People, filter = ''): Promise<ListedPerson[]> {
  const invited = await MembershipInvitation.query()
    .where('customerId', reader.customerId)
    .if(only, (query) => query.where('role', only ?? ''))
    .orderBy(['name', 'email'])
  const wanted = filter.trim().toLocaleLowerCase()
  return invited
    .filter(({ name, email }) => `${name}\n${email}`.toLocaleLowerCase().includes(wanted))
    .map(presentInvited)
}

/** An invitation as the list of users shows it: what the customer said itself, and nothing of any account. */
export const presentInvited = (invitation: MembershipInvitation): ListedPerson => ({
  id: invitedId(invitation),
  name: invitation.name || invitation.email,
  email: invitation.email,
  mobile: null,
  language: invitation.language,
  role: invitation.role,
  seesEverything: invitation.seesEverything,
  seesEverythingUntil: invitation.seesEverythingUntil?.toJSDate() ?? null,
  callSpecification: invitation.callSpecification,
  rights: invitation.rights,
  locked: false,
  lockedUntil: null,
  failedSignIns: 0,
  lastSignInAt: null,
  invitedUntil: invitation.expiresAt > DateTime.utc() ? invitation.expiresAt.toJSDate() : null,
  active: false,
  invited: true,
  objects: invitation.assignment.objects.length,
  groups: invitation.assignment.groups.length,
  points: invitation.assignment.points.length,
  tickets: 0,
})
