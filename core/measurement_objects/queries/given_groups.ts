import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#core/permissions/reader'

/** Ids of the groups that the reader has been given: they see what is added to those later, too. */
export async function givenGroups({ userId, customerId }: Reader): Promise<number[]> {
  const rows = (await db
    .from('membership_groups')
    .join('memberships', 'memberships.id', 'membership_groups.membership_id')
    .where({ user_id: userId, customer_id: customerId })
    .select('membership_groups.group_id as id')) as { id: number }[]
  return rows.map(({ id }) => id)
}
