import db from '@adonisjs/lucid/services/db'
import type { Edition } from '#core/customers/edition'
import type { Reader } from '#core/permissions/reader'

/** A customer that a person may open, and what they are there. */
export interface Membership {
  customerId: number
  slug: string
  name: string
  zone: string
  edition: Edition
  role: Reader['role']
}

const columns = {
  customerId: 'customers.id',
  slug: 'customers.slug',
  name: 'customers.name',
  zone: 'customers.zone',
  edition: 'customers.edition',
}

/**
 * The customers that the person is a user of, unless locked out or the customer is closed, and those
 * that have invited operators, for an operator. By name.
 */
export async function listMemberships(userId: number): Promise<Membership[]> {
  const own = (await db
    .from('memberships')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .where('memberships.user_id', userId)
    .whereNull('memberships.locked_at')
    .whereNull('customers.closed_at')
    .select({ ...columns, role: 'memberships.role' })) as Membership[]
  const inviting = await invitingCustomers(userId)
  return [...own, ...inviting.map((customer) => ({ ...customer, role: 'operator' as const }))].sort(
    (a, b) => a.name.localeCompare(b.name) || a.customerId - b.customerId
  )
}

async function invitingCustomers(userId: number) {
  const user = (await db.from('users').where('id', userId).select('is_operator').first()) as {
    is_operator: boolean | 0 | 1
  } | null
  if (!user?.is_operator) return []
  return (await db
    .from('customers')
    .whereNotNull('operators_invited_at')
    .whereNull('closed_at')
    .whereNotExists((query) =>
      query.from('memberships').where('user_id', userId).whereColumn('customer_id', 'customers.id')
    )
    .select(columns)) as Omit<Membership, 'role'>[]
}
