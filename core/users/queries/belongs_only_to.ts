import db from '@adonisjs/lucid/services/db'

/** Whether a person is a member of this customer and of no other, and doesn't run the installation. */
export async function belongsOnlyTo(userId: number, customerId: number): Promise<boolean> {
  const user = (await db.from('users').where('id', userId).select('is_operator').first()) as {
    is_operator: boolean | 0 | 1
  } | null
  if (!user || user.is_operator) return false
  const memberships = (await db
    .from('memberships')
    .where('user_id', userId)
    .select('customer_id')) as { customer_id: number }[]
  return memberships.length === 1 && memberships[0]?.customer_id === customerId
}
