import db from '@adonisjs/lucid/services/db'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import { heldPlugins } from '#core/customers/edition_plugins'
import Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import type { ListWish } from '#core/http/list_wish'
import { countOf, holding } from '#database/holding'

export const customerOrders = ['name', 'slug', 'zone', 'createdAt'] as const

/**
 * Customers in whose name or slug the words stand: a part of them, by name unless another order is wished, and how
 * each of them is: counts, no call data. The same number of questions for one and for a thousand.
 */
export async function listCustomers({
  filter,
  limit,
  offset,
  order = 'name',
  descending,
}: ListWish) {
  const wanted = () => holding(Customer.query(), ['name', 'slug'], filter)
  const direction = descending ? 'desc' : 'asc'
  const [customers, found, all] = await Promise.all([
    wanted()
      .if(limit !== undefined, (query) => query.limit(limit ?? 0).offset(offset))
      .if(order !== 'name', (query) => query.orderBy(order, direction))
      .orderByRaw(`lower(name) ${order === 'name' ? direction : 'asc'}`)
      .orderBy('id'),
    countOf(wanted().pojo()),
    countOf(db.from('customers')),
  ])
  // All of them are asked for together: naming each would be one binding for every customer.
  const ids = limit === undefined ? undefined : customers.map(({ id }) => id)
  const [users, plugins, points] = await Promise.all([
    countedUsers(ids),
    CustomerPlugin.query()
      .if(ids, (query) => query.whereIn('customerId', ids ?? []))
      .select('customerId', 'plugin', 'enabled'),
    countedPoints(ids),
  ])
  const pluginsOf = Map.groupBy(plugins, (plugin) => plugin.customerId)
  const rows = customers.map((customer) => ({
    ...presentCustomer(customer),
    users: users.get(customer.id) ?? 0,
    plugins: heldPlugins(customer.edition, pluginsOf.get(customer.id) ?? []).length,
    ...(points.get(customer.id) ?? { points: 0, failing: 0, quarantined: 0 }),
  }))
  return { rows, found, all }
}

/** A customer as operators see it. */
export const presentCustomer = (customer: Customer) => ({
  id: customer.id,
  slug: customer.slug,
  name: customer.name,
  zone: customer.zone,
  language: customer.language,
  edition: customer.edition,
  serviceLevel: customer.serviceLevel,
  shortAbandonSeconds: customer.shortAbandonSeconds,
  openingHours: customer.openingHours,
  holidays: customer.holidays ?? [],
  targets: customer.targets ?? [],
  dayWindow: customer.dayWindow ?? null,
  deliveryRules: customer.deliveryRules ?? usualDeliveryRules,
  brandId: customer.brandId ?? null,
  invitedAt: customer.operatorsInvitedAt,
  closedAt: customer.closedAt,
  createdAt: customer.createdAt,
})

async function countedUsers(ids?: readonly number[]): Promise<Map<number, number>> {
  const rows = (await db
    .from('memberships')
    .if(ids, (query) => query.whereIn('customer_id', [...(ids ?? [])]))
    .groupBy('customer_id')
    .select('customer_id')
    .count('* as total')) as { customer_id: number; total: number | string }[]
  return new Map(rows.map((row) => [row.customer_id, Number(row.total)]))
}

/** How many collection points there are, how many fail, and how many of their broken lines are not dealt with. */
async function countedPoints(ids?: readonly number[]) {
  const [points, records] = (await Promise.all([
    db
      .from('collection_points')
      .if(ids, (query) => query.whereIn('customer_id', [...(ids ?? [])]))
      .groupBy('customer_id')
      .select('customer_id')
      .count('* as points')
      .count('last_error as failing'),
    db
      .from('quarantined_records as records')
      .join('collection_points as points', 'points.id', 'records.point_id')
      .whereNull('records.resolved_at')
      .if(ids, (query) => query.whereIn('points.customer_id', [...(ids ?? [])]))
      .groupBy('points.customer_id')
      .select('points.customer_id')
      .count('* as quarantined'),
  ])) as [
    { customer_id: number; points: number | string; failing: number | string }[],
    { customer_id: number; quarantined: number | string }[],
  ]
  const broken = new Map(records.map((row) => [row.customer_id, Number(row.quarantined)]))
  return new Map(
    points.map((row) => [
      row.customer_id,
      {
        points: Number(row.points),
        failing: Number(row.failing),
        quarantined: broken.get(row.customer_id) ?? 0,
      },
    ])
  )
}
