import db from '@adonisjs/lucid/services/db'
import type { Place } from '#core/customers/people'
import { notYoursToGive } from '#core/customers/errors'
import { givenPoints } from '#core/measurement_objects/queries/given_points'
import type { Reader } from '#core/permissions/reader'

/** Ids of the objects, groups and collection points that a person has been given. */
export interface Assignment {
  objects: number[]
  groups: number[]
  points: number[]
}

/** What a member has been given, or an invited person will have. */
export async function assignmentOf({ member, invited }: Place): Promise<Assignment> {
  if (invited) return invited.assignment
  const membershipId = member.membership.id
  const [objects, groups, points] = await Promise.all([
    db.from('membership_objects').where('membership_id', membershipId).select('object_id as id'),
    db.from('membership_groups').where('membership_id', membershipId).select('group_id as id'),
    db.from('membership_points').where('membership_id', membershipId).select('point_id as id'),
  ])
  const idsOf = (rows: { id: number }[]) => rows.map(({ id }) => id).sort((a, b) => a - b)
  return { objects: idsOf(objects), groups: idsOf(groups), points: idsOf(points) }
}

/**
 * Demands that the giver sees all that is newly given: of a group, every object in it; of a collection
 * point, also what will appear there. Throws `E_NOT_YOURS_TO_GIVE`.
 */
export async function demandSeen(
  reader: Reader,
  given: Assignment,
  had: Assignment
): Promise<void> {
  const { objectIds } = reader
  if (objectIds === null) return
  const own = new Set(await givenPoints(reader))
  const points = given.points.filter((id) => !had.points.includes(id))
  if (points.some((id) => !own.has(id))) throw notYoursToGive()
  const objects = given.objects.filter((id) => !had.objects.includes(id))
  const groups = given.groups.filter((id) => !had.groups.includes(id))
  const members = (await db
    .from('object_group_members')
    .whereIn('group_id', groups)
    .select('object_id as id')) as { id: number }[]
  const wanted = [...objects, ...members.map(({ id }) => id)]
  if (wanted.some((id) => !objectIds.has(id))) throw notYoursToGive()
}
