import db from '@adonisjs/lucid/services/db'
import type { Place } from '#core/people/people'
import { notYoursToGive } from '#core/people/errors'
import { givenGroups } from '#core/measurement_objects/queries/given_groups'
import { givenPoints } from '#core/measurement_objects/queries/given_points'
import { lastingObjectIds } from '#core/permissions/read_rights'
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
 * Demands that the giver sees all that is newly given: of a group or a collection point, also what will
 * be added there, so they must have been given it themselves; and sees it for good. Throws `E_NOT_YOURS_TO_GIVE`.
 */
export async function demandSeen(
  reader: Reader,
  given: Assignment,
  had: Assignment
): Promise<void> {
  const objectIds = await lastingObjectIds(reader)
  if (objectIds === null) return
  const [points, groups] = await Promise.all([givenPoints(reader), givenGroups(reader)])
  const lacks = (ids: readonly number[], before: readonly number[], own: ReadonlySet<number>) =>
    ids.some((id) => !before.includes(id) && !own.has(id))
  if (
    lacks(given.points, had.points, new Set(points)) ||
    lacks(given.groups, had.groups, new Set(groups)) ||
    lacks(given.objects, had.objects, objectIds)
  ) {
    throw notYoursToGive()
  }
}
