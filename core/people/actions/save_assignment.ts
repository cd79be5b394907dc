import db from '@adonisjs/lucid/services/db'
import type { Place } from '#core/people/people'
import type { Assignment } from '#core/people/queries/assignment_of'
import { assignObjects } from '#core/measurement_objects/actions/assign_objects'
import {
  checkGroups,
  checkObjects,
  checkPoints,
} from '#core/measurement_objects/queries/check_belongings'

/**
 * Puts objects, groups and points in the place of those that a member had, or an invited person would
 * have had. Throws `E_UNKNOWN_OBJECT`, `E_UNKNOWN_GROUP` and `E_UNKNOWN_POINT`.
 */
export async function saveAssignment({ member, invited }: Place, given: Assignment) {
  const { objects, groups, points } = given
  if (member) {
    const { customerId, id: membershipId } = member.membership
    const ids = { objectIds: objects, groupIds: groups, pointIds: points }
    return assignObjects({ customerId, membershipId, ...ids })
  }
  const { customerId } = invited
  await checkObjects(db.connection(), customerId, objects)
  await checkGroups(db.connection(), customerId, groups)
  await checkPoints(db.connection(), customerId, points)
  await invited.merge({ assignment: { objects, groups, points } }).save()
}
