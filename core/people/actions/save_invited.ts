import { type MemberChange, momentOf, ownRights } from '#core/people/actions/save_place'
import { checkedZone } from '#core/customers/zone'
import type MembershipInvitation from '#core/users/models/membership_invitation'

/** Changes what an invited person will be and may do. */
export async function saveInvited(
  invited: MembershipInvitation,
  change: MemberChange
): Promise<void> {
  const {
    name,
    zone,
    role,
    seesEverything,
    seesEverythingUntil: until,
    callSpecification,
    rights,
  } = change
  const opens = callSpecification ?? rights?.includes('specifications.open')
  await invited
    .merge({
      ...(name !== undefined && { name }),
      ...(zone !== undefined && { zone: zone && checkedZone(zone) }),
      ...(role !== undefined && { role }),
      ...(seesEverything !== undefined && { seesEverything }),
      ...(until !== undefined && { seesEverythingUntil: until === null ? null : momentOf(until) }),
      ...(opens !== undefined && { callSpecification: opens }),
      ...(rights && { rights: ownRights(rights) }),
    })
    .save()
}
