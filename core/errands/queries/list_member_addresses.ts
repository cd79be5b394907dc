import db from '@adonisjs/lucid/services/db'

/** Email addresses of the customer's users, to whom errands can be assigned. */
export async function listMemberAddresses(customerId: number): Promise<Set<string>> {
  const rows = (await db
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', customerId)
    .whereNull('memberships.locked_at')
    .orderBy('users.email')
    .select('users.email')) as { email: string }[]
  return new Set(rows.map(({ email }) => email))
}
