import db from '@adonisjs/lucid/services/db'
import { getCustomer } from '#core/customers/queries/get_customer'
import { listMemberships } from '#core/users/queries/list_memberships'

interface WaysIn {
  connections: { key: string; name: string; customer: string }[]
  /** Whether any of the customers is opened by a password. */
  password: boolean
}

/** The connections of a person's customers, and whether any of these is opened by a password. */
export const waysIn = async (userId: number): Promise<WaysIn> => ways(await listMemberships(userId))

/** The connections of a customer, and whether it is opened by a password. */
export async function waysInto(customerId: number): Promise<WaysIn> {
  const { slug } = await getCustomer(customerId)
  return ways([{ customerId, slug }])
}

async function ways(memberships: readonly { customerId: number; slug: string }[]): Promise<WaysIn> {
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
