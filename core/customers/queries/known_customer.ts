import type Customer from '#core/customers/models/customer'
import { enabledPlugins } from '#core/customers/queries/enabled_plugins'
import { getCustomer } from '#core/customers/queries/get_customer'
import { type Versioned, VersionedCache } from '#core/versions/versioned_cache'

/** What reports ask of a customer. It serves many questions, and nothing in it is changed. */
export interface KnownCustomer {
  readonly settings: Readonly<
    Pick<
      Customer,
      | 'zone'
      | 'edition'
      | 'serviceLevel'
      | 'shortAbandonSeconds'
      | 'holidays'
      | 'openingHours'
      | 'targets'
    >
  >
  /** Keys of the plugins that it has, in the order they were given. */
  readonly plugins: readonly string[]
}

const customers = new VersionedCache<KnownCustomer>(1_000)

/** The customer as it is at its version. Throws `E_UNKNOWN_CUSTOMER` where there is none. */
export const knownCustomer = (of: Versioned): Promise<KnownCustomer> =>
  customers.get(of, '', async () => {
    const [customer, plugins] = await Promise.all([
      getCustomer(of.customerId),
      enabledPlugins(of.customerId),
    ])
    const { zone, edition, serviceLevel, shortAbandonSeconds } = customer
    const { holidays, openingHours, targets } = customer
    const rules = { serviceLevel, shortAbandonSeconds, holidays, openingHours, targets }
    return { settings: { zone, edition, ...rules }, plugins }
  })
