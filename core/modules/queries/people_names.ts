import db from '@adonisjs/lucid/services/db'

interface Named {
  id: number
  name: string
}

/** What a customer's people of these ids are called there. */
export async function peopleNames(customerId: number, ids: readonly number[]): Promise<Named[]> {
  if (ids.length === 0) return []
  const rows = (await db
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', customerId)
    .whereIn('users.id', [...ids])
    .select({
      id: 'users.id',
      name: 'users.name',
      displayName: 'memberships.display_name',
    })) as (Named & { displayName: string | null })[]
  return rows.map(({ id, name, displayName }) => ({ id: Number(id), name: displayName ?? name }))
}
