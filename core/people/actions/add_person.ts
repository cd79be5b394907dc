import db from '@adonisjs/lucid/services/db'
import { type PlaceChange, momentOf, ownRights } from '#core/people/actions/save_place'
import { ownersAlone } from '#core/people/errors'
import { demandGivable } from '#core/people/queries/demand_givable'
import { type Assignment, demandSeen } from '#core/people/queries/assignment_of'
import { getCustomer } from '#core/customers/queries/get_customer'
import { checkedZone } from '#core/customers/zone'
import {
  checkGroups,
  checkObjects,
  checkPoints,
} from '#core/measurement_objects/queries/check_belongings'
import type { Reader } from '#core/permissions/reader'
import { inviteMember } from '#core/users/actions/invite_member'

/** A person as a form describes them. */
export interface DescribedPerson extends PlaceChange, Partial<Assignment> {
  email: string
  name?: string
  language?: string
  /** Of their moments in the customer; null for the customer's. */
  zone?: string | null
  mobile?: string | null
}

/**
 * Invites a person to the reader's customer with all that they will see and do there. They are a
 * member when they have accepted. Throws as `inviteMember`, `E_UNKNOWN_OBJECT`, `E_UNKNOWN_GROUP`,
 * `E_UNKNOWN_POINT`, `E_UNKNOWN_ZONE`, `E_NOT_YOURS_TO_GIVE` and, for a mobile number, `E_OTHERS_ACCOUNT`.
 */
export async function addPerson(reader: Reader, described: DescribedPerson) {
  const { email, name, language, zone, mobile, ...limits } = described
  const { objects = [], groups = [], points = [], ...place } = limits
  if (mobile) throw ownersAlone(email, 'mobile')
  const { customerId } = reader
  await checkObjects(db.connection(), customerId, objects)
  await checkGroups(db.connection(), customerId, groups)
  await checkPoints(db.connection(), customerId, points)
  await demandSeen(reader, { objects, groups, points }, { objects: [], groups: [], points: [] })
  demandGivable(reader, place)
  const until = place.seesEverythingUntil
  return inviteMember(await getCustomer(customerId), {
    email,
    name,
    language,
    zone: zone ? checkedZone(zone) : null,
    role: place.role ?? 'user',
    seesEverything: place.seesEverything,
    seesEverythingUntil: until ? momentOf(until) : null,
    callSpecification: place.callSpecification ?? place.rights?.includes('specifications.open'),
    rights: ownRights(place.rights ?? []),
    assignment: { objects, groups, points },
  })
}
