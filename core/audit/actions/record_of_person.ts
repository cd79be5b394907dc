import db from '@adonisjs/lucid/services/db'
import { type AuditEntry, record } from '#core/audit/actions/record'

/**
 * Records what concerns a person rather than one customer, such as a failed sign-in: in the log of
 * their customer where they have just one, else in the installation's. No customer reads what a person
 * does elsewhere; entering a customer is recorded there by `record`.
 */
export async function recordOfPerson(
  userId: number | null,
  entry: Omit<AuditEntry, 'customerId'>
): Promise<void> {
  const customers = await customersOf(userId)
  await record({ ...entry, customerId: (customers.length === 1 && customers[0]) || null })
}

/** Records what every customer of a person is to know, such as their new address, without where it was done. */
export async function recordInEach(
  userId: number,
  entry: Omit<AuditEntry, 'customerId' | 'address'>
): Promise<void> {
  const customers = await customersOf(userId)
  for (const customerId of customers.length ? customers : [null]) {
    await record({ ...entry, customerId })
  }
}

async function customersOf(userId: number | null): Promise<number[]> {
  const memberships = (await db
    .from('memberships')
    .where('user_id', userId ?? 0)
    .orderBy('customer_id')
    .select('customer_id')) as { customer_id: number }[]
  return memberships.map((row) => row.customer_id)
}
