import { randomBytes } from 'node:crypto'
import { createCustomer } from '#core/customers/actions/create_customer'

/** A customer that no other test knows. */
export const madeCustomer = (
  values: Partial<Parameters<typeof createCustomer>[0]> = {}
): ReturnType<typeof createCustomer> =>
  createCustomer({
    slug: `customer-${randomBytes(6).toString('hex')}`,
    name: 'Nordvik AB',
    zone: 'Europe/Stockholm',
    edition: 'extended',
    plugins: [],
    ...values,
  })
