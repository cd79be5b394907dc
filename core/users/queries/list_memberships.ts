import db from '@adonisjs/lucid/services/db'
import type { Edition } from '#core/customers/edition'
import type { Reader } from '#core/permissions/reader'

/** A customer that a person is a user of, and their role there. */
export interface Membership {
  customerId: number
  slug: string
  name: string
  zone: string
  edition: Edition
  role: Reader['role']
}

/** The person's customers, by name. */
export const listMemberships = (userId: number): Promise<Membership[]> =>
  db
    .from('memberships')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .where('memberships.user_id', userId)
    .orderBy('customers.name')
    .orderBy('customers.id')
    .select({
      customerId: 'customers.id',
      slug: 'customers.slug',
      name: 'customers.name',
      zone: 'customers.zone',
      edition: 'customers.edition',
      role: 'memberships.role',
    }) as unknown as Promise<Membership[]>
