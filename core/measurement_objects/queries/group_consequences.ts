import db from '@adonisjs/lucid/services/db'
import type ObjectGroup from '#core/measurement_objects/models/object_group'

/** What is lost with a group, and with the objects in it where those are to go too. */
export interface GroupConsequences {
  objects: number
  /** Objects that are in no other group. */
  onlyHere: number
  /** Objects that the directory puts back when it is read next. */
  synchronised: number
  /** People who see its objects because of it, by address. */
  users: string[]
}

/** What goes when the group goes. */
export async function groupConsequences({ id }: ObjectGroup): Promise<GroupConsequences> {
  const members = (await db
    .from('object_group_members as members')
    .join('measurement_objects as objects', 'objects.id', 'members.object_id')
    .where('members.group_id', id)
    .select({ id: 'objects.id', origin: 'objects.origin' })) as { id: number; origin: string }[]
  const elsewhere = (await db
    .from('object_group_members as others')
    .whereNot('others.group_id', id)
    .whereIn('others.object_id', (query) =>
      query.from('object_group_members').where('group_id', id).select('object_id')
    )
    .distinct('others.object_id as id')) as { id: number }[]
  const users = (await db
    .from('membership_groups')
    .join('memberships', 'memberships.id', 'membership_groups.membership_id')
    .join('users', 'users.id', 'memberships.user_id')
    .where('membership_groups.group_id', id)
    .orderBy('users.email')
    .select('users.email')) as { email: string }[]
  return {
    objects: members.length,
    onlyHere: members.length - elsewhere.length,
    synchronised: members.filter(({ origin }) => origin === 'directory').length,
    users: users.map(({ email }) => email),
  }
}
