import { exampleValues } from '#core/api/openapi/build_document'
import { publicAddress } from '#core/http/public_address'

/** The environment of the collection: where the server is, the ticket to fill in, and what the examples ask for. */
export const postmanEnvironment = () => ({
  name: 'Telestat',
  values: [
    { key: 'URL', value: publicAddress('/').replace(/\/$/, ''), type: 'default', enabled: true },
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
