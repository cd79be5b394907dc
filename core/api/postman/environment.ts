import { exampleValues } from '#core/api/openapi/build_document'
import type { Addresses } from '#core/customers/queries/addresses_of'
import { publicAddress } from '#core/http/public_address'

/** The environment of the collection: where the server is, the ticket to fill in, and what the examples ask for. */
export const postmanEnvironment = (addresses: Addresses = publicAddress) => ({
  name: 'Telestat',
  values: [
    { key: 'URL', value: addresses('/').replace(/\/$/, ''), type: 'default', enabled: true },
    { key: 'Token', value: '', type: 'default', enabled: true },
    { key: 'Secret', value: '', type: 'secret', enabled: true },
    { key: 'jwtToken', value: '', type: 'secret', enabled: true },
    ...Object.entries(exampleValues()).map(([key, value]) => ({
      key,
      value,
      type: 'default',
      enabled: true,
    })),
  ],
  _postman_variable_scope: 'environment',
})
