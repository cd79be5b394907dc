import db from '@adonisjs/lucid/services/db'
import { type AuditEntry, record } from '#core/audit/actions/record'

/**
 * Records what concerns a person rather than one customer, such as a sign-in: in the log of each
 * customer that they are a user of, as each has the right to know; without any, in the installation's.
 */
export async function recordOfPerson(
  userId: number | null,
  entry: Omit<AuditEntry, 'customerId'>
): Promise<void> {
  const memberships = (await db
    .from('memberships')
    .where('user_id', userId ?? 0)
    .orderBy('customer_id')
    .select('customer_id')) as { customer_id: number }[]
  const customers = memberships.length ? memberships.map((row) => row.customer_id) : [null]
  for (const customerId of customers) await record({ ...entry, customerId })
}
