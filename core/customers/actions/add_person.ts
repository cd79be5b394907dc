import { saveAccount } from '#core/customers/actions/save_account'
import { type PlaceChange, savePlace } from '#core/customers/actions/save_place'
import { findPerson } from '#core/customers/people'
import { type Assignment, demandSeen } from '#core/customers/queries/assignment_of'
import { getCustomer } from '#core/customers/queries/get_customer'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import {
  checkGroups,
  checkObjects,
  checkPoints,
} from '#core/measurement_objects/queries/check_belongings'
import type { Reader } from '#core/permissions/reader'
import { createUser } from '#core/users/actions/create_user'
import db from '@adonisjs/lucid/services/db'

/** A person as a form describes them. */
export interface DescribedPerson extends PlaceChange, Partial<Assignment> {
  email: string
  name?: string
  language?: string
  mobile?: string | null
}

/**
 * Adds a person to the reader's customer with all that they may see and do there; who has no account
 * yet is invited by mail. Throws as `createUser`, `E_UNKNOWN_OBJECT`, `E_UNKNOWN_GROUP`,
 * `E_UNKNOWN_POINT` and `E_NOT_YOURS_TO_GIVE`.
 */
export async function addPerson(reader: Reader, described: DescribedPerson) {
  const { email, name = '', language, mobile, ...limits } = described
  const { objects = [], groups = [], points = [], ...place } = limits
  const { customerId } = reader
  await checkObjects(db.connection(), customerId, objects)
  await checkGroups(db.connection(), customerId, groups)
  await checkPoints(db.connection(), customerId, points)
  await demandSeen(reader, { objects, groups, points }, { objects: [], groups: [], points: [] })
  const { slug } = await getCustomer(customerId)
  const added = await createUser({
    customer: slug,
    email,
    name,
    ...(language && { language }),
    administrator: place.role === 'administrator',
    customerUser: place.role === 'customerUser',
    seesEverything: place.seesEverything ?? false,
    callSpecification: place.callSpecification ?? false,
  })
  const person = await findPerson({ reader }, added.user.id)
  const membershipId = person.membership.id
  await assignObjects({
    customerId,
    membershipId,
    objectIds: objects,
    groupIds: groups,
    pointIds: points,
  })
  await savePlace(person, place)
  if (mobile && added.invitation) await saveAccount(person, { mobile })
  return added
}
