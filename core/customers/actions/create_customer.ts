import { DateTime } from 'luxon'
import { type Edition, editions } from '#core/customers/edition'
import { badSlug, takenSlug, unknownEdition, unknownPlugin } from '#core/customers/errors'
import Customer from '#core/customers/models/customer'
import CustomerPlugin from '#core/customers/models/customer_plugin'
import { checkedZone } from '#core/customers/zone'
import { registry } from '#core/plugins/registry'
import { checkedLanguage } from '#core/customers/language'
import { writeTransaction } from '#database/write_transaction'

/**
 * A customer with its plugins. Without `plugins` it is given every platform there is; exporters are
 * everybody's, and modules are given one by one. Throws a sentence for a slug, zone, edition, language or plugin that cannot be.
 */
export async function createCustomer(input: {
  slug: string
  name: string
  zone: string
  edition: string
  language?: string
  plugins?: readonly string[]
}): Promise<Customer> {
  if (!/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/.test(input.slug)) throw badSlug(input.slug)
  const values = {
    slug: input.slug,
    name: input.name,
    zone: checkedZone(input.zone),
    edition: checkedEdition(input.edition),
    language: checkedLanguage(input.language ?? 'sv'),
    serviceLevel: 'withForwarded' as const,
    shortAbandonSeconds: 5,
    createdAt: DateTime.utc(),
  }
  const plugins = checkedPlugins(input.plugins)
  if (await Customer.findBy('slug', input.slug)) throw takenSlug(input.slug)
  return writeTransaction(async (client) => {
    const customer = await Customer.create(values, { client })
    await CustomerPlugin.createMany(
      plugins.map((plugin) => ({
        customerId: customer.id,
        plugin,
        enabled: true,
        settings: {},
      })),
      { client }
    )
    return customer
  })
}

/** Throws `E_UNKNOWN_EDITION`. */
export function checkedEdition(name: string): Edition {
  const edition = editions.find((candidate) => candidate === name)
  if (!edition) throw unknownEdition(name)
  return edition
}

function checkedPlugins(names?: readonly string[]): string[] {
  const plugins = registry()
  if (!names) return plugins.platforms().map((source) => source.key)
  const known = plugins.all().map((plugin) => plugin.key)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) throw unknownPlugin(unknown, known)
  return [...new Set(names)]
}
