import { DateTime } from 'luxon'
import { invitedId } from '#core/people/people'
import type { ListedPerson } from '#core/people/queries/list_people'
import type MembershipInvitation from '#core/users/models/membership_invitation'

/** An invitation as the list of users shows it: what the customer said itself, and nothing of any account. */
export const presentInvited = (invitation: MembershipInvitation): ListedPerson => ({
  id: invitedId(invitation),
  name: invitation.name || invitation.email,
  email: invitation.email,
  mobile: null,
  language: invitation.language,
  zone: invitation.zone,
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
