import db from '@adonisjs/lucid/services/db'

interface Named {
  id: number
  name: string
}

/** What a customer's people of these ids are called there, or all of them, by name. */
export async function peopleNames(customerId: number, ids?: readonly number[]): Promise<Named[]> {
  if (ids?.length === 0) return []
  const rows = (await db
    .from('memberships')
    .join('users', 'users.id', 'memberships.user_id')
    .where('memberships.customer_id', customerId)
    .if(ids, (query) => query.whereIn('users.id', [...ids!]))
    .orderBy('users.name')
    .select({
      id: 'users.id',
      name: 'users.name',
      displayName: 'memberships.display_name',
    })) as (Named & { displayName: string | null })[]
  return rows.map(({ id, name, displayName }) => ({ id: Number(id), name: displayName ?? name }))
}
