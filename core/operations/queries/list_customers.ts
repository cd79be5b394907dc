import db from '@adonisjs/lucid/services/db'
import { usualDeliveryRules } from '#core/customers/delivery_rules'
import { heldPlugins } from '#core/customers/edition_plugins'
import Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { listPoints } from '#core/measurement_objects/queries/list_points'

/** Customers by name, whose name or slug has the text, and how each of them is: counts, no call data. */
export async function listCustomers(filter = '') {
  const [customers, users, plugins, points] = await Promise.all([
    Customer.query().orderBy('name').orderBy('id'),
    countedUsers(),
    CustomerPlugin.query().select('customerId', 'plugin', 'enabled'),
    listPoints(),
  ])
  const pluginsOf = Map.groupBy(plugins, (plugin) => plugin.customerId)
  const pointsOf = Map.groupBy(points, (point) => point.customerId)
  const text = filter.trim().toLocaleLowerCase()
  return customers
    .filter(({ name, slug }) => `${name}\n${slug}`.toLocaleLowerCase().includes(text))
    .map((customer) => {
      const mine = pointsOf.get(customer.id) ?? []
      return {
        ...presentCustomer(customer),
        users: users.get(customer.id) ?? 0,
        plugins: heldPlugins(customer.edition, pluginsOf.get(customer.id) ?? []).length,
        points: mine.length,
        failing: mine.filter(({ lastError }) => lastError !== null).length,
        quarantined: mine.reduce((sum, point) => sum + point.quarantined, 0),
      }
    })
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
  deliveryRules: customer.deliveryRules ?? usualDeliveryRules,
  invitedAt: customer.operatorsInvitedAt,
  closedAt: customer.closedAt,
  createdAt: customer.createdAt,
})

async function countedUsers(): Promise<Map<number, number>> {
  const rows = (await db
    .from('memberships')
    .groupBy('customer_id')
    .select('customer_id')
    .count('* as total')) as { customer_id: number; total: number | string }[]
  return new Map(rows.map((row) => [row.customer_id, Number(row.total)]))
}
