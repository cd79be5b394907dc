import db from '@adonisjs/lucid/services/db'
import { listMemberships } from '#core/users/queries/list_memberships'

/** The connections of a person's customers, and whether any of these is opened by a password. */
export async function waysIn(userId: number): Promise<{
  connections: { key: string; name: string; customer: string }[]
  password: boolean
}> {
  const memberships = await listMemberships(userId)
  const rows = (await db
    .from('customer_connections')
    .whereIn(
      'customer_id',
      memberships.map(({ customerId }) => customerId)
    )
    .orderBy('name')
    .select('customer_id', 'key', 'name', 'enforced')) as {
    customer_id: number
    key: string
    name: string
    enforced: boolean | 0 | 1
  }[]
  const slugs = new Map(memberships.map(({ customerId, slug }) => [customerId, slug]))
  const enforcing = new Set(rows.filter((row) => row.enforced).map((row) => row.customer_id))
  return {
    connections: rows.map(({ customer_id: id, key, name }) => ({
      key,
      name,
      customer: slugs.get(id) ?? '',
    })),
    password: !memberships.length || memberships.some((one) => !enforcing.has(one.customerId)),
  }
}
