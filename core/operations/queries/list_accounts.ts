import db from '@adonisjs/lucid/services/db'
import type { ListWish } from '#core/http/list_wish'
import { lockedUntil } from '#core/users/limits/sign_in_limits'
import { countOf, holding } from '#database/holding'

export const accountOrders = ['name', 'email'] as const

/** As many as are listed where nobody says. */
const USUAL = 500

/** People across customers in whose name or address the words stand: a part of them, by name unless another order is wished. */
export async function listAccounts({ filter, limit = USUAL, offset, order, descending }: ListWish) {
  const wanted = () => holding(db.from('users'), ['name', 'email'], filter)
  const users = (await wanted()
    .orderByRaw(`lower(${order === 'email' ? 'email' : 'name'}) ${descending ? 'desc' : 'asc'}`)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
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
  const rows = users.map((user) => ({
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
  return { rows, found: await countOf(wanted()), all: await countOf(db.from('users')) }
}
