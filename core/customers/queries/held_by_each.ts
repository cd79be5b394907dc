import { heldPlugins } from '#core/customers/edition_plugins'
import Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'

/** Every customer and the keys of the plugins that it has; none where it is closed. Two questions for all of them. */
export async function heldByEach(): Promise<{ id: number; slug: string; plugins: string[] }[]> {
  const [customers, given] = await Promise.all([
    Customer.query().select('id', 'slug', 'edition', 'closedAt'),
    CustomerPlugin.query().orderBy('id').select('customerId', 'plugin', 'enabled'),
  ])
  const givenTo = Map.groupBy(given, ({ customerId }) => customerId)
  return customers.map(({ id, slug, edition, closedAt }) => ({
    id,
    slug,
    plugins: closedAt ? [] : heldPlugins(edition, givenTo.get(id) ?? []),
  }))
}
