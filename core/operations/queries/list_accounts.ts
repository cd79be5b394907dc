import db from '@adonisjs/lucid/services/db'
import { lockedUntil } from '#core/users/limits/sign_in_limits'

const MOST = 500

/** People across customers, by name: those whose name or address has the text, at most 500. */
export async function listAccounts(filter = '') {
  const pattern = `%${filter.trim().toLowerCase().replaceAll(/[!%_]/g, '!$&')}%`
  const users = (await db
    .from('users')
    .whereRaw("(lower(name) like ? escape '!' or lower(email) like ? escape '!')", [
      pattern,
      pattern,
    ])
    .orderBy(['name', 'id'])
    .limit(MOST)
    .select({ id: 'id', name: 'name', email: 'email', isOperator: 'is_operator' })) as {
    id: number
    name: string
    email: string
    isOperator: boolean | 0 | 1
  }[]
  const memberships = (await db
    .from('memberships')
    .join('customers', 'customers.id', 'memberships.customer_id')
    .whereIn(
      'memberships.user_id',
      users.map(({ id }) => id)
    )
    .orderBy('customers.name')
    .select({
      userId: 'memberships.user_id',
      slug: 'customers.slug',
      name: 'customers.name',
      role: 'memberships.role',
      lockedAt: 'memberships.locked_at',
    })) as { userId: number; slug: string; name: string; role: string; lockedAt: string | null }[]
  const locks = await lockedUntil(users.map(({ email }) => email))
  const byUser = Map.groupBy(memberships, (membership) => membership.userId)
  return users.map((user) => ({
    ...user,
    isOperator: Boolean(user.isOperator),
    lockedUntil: locks.get(user.email)?.toISO() ?? null,
    customers: (byUser.get(user.id) ?? []).map(({ slug, name, role, lockedAt }) => ({
      slug,
      name,
      role,
      locked: lockedAt !== null,
    })),
  }))
}
