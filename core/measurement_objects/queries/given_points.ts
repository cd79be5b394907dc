import db from '@adonisjs/lucid/services/db'
import type { Reader } from '#core/permissions/reader'

/** Ids of the collection points that the reader has been given whole. */
export async function givenPoints({ userId, customerId }: Reader): Promise<number[]> {
  const rows = (await db
    .from('membership_points')
    .join('memberships', 'memberships.id', 'membership_points.membership_id')
    .where({ user_id: userId, customer_id: customerId })
    .select('membership_points.point_id as id')) as { id: number }[]
  return rows.map(({ id }) => id)
}
