import { refusalResponses } from '#core/api/openapi/responses'
import type { Schema } from '#core/http/operation'
import { registry } from '#core/plugins/registry'

/** The addresses at which connectors of saved reports are read, as their plugins declare them. */
export const connectorPaths = (): Record<string, Schema> =>
  Object.fromEntries(
    registry()
      .connectors()
      .flatMap(({ key, label, documented = {} }) =>
        Object.entries(documented).map(([path, contentType]) => [
          `/c/{address}/${path}`,
          { get: operation(key, label, path, contentType) },
        ])
      )
  )

const operation = (key: string, label: string, path: string, contentType: string): Schema => ({
  operationId: `get_${key}_${path.replaceAll(/\W+/g, '_')}`,
  tags: ['Connectors'],
  summary: `${label}: ${path}`,
  description:
    'Reads a saved report by one of its connectors, with the rights of the report’s owner. The link of the connector has the address; its guide tells the options of the query.',
  security: [{ connectorPassword: [] }, { connectorToken: [] }, { connectorKey: [] }, {}],
  parameters: [
    {
      name: 'address',
      in: 'path',
      required: true,
      description: 'The connector’s own address, as its link has it.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: {
      description: 'As asked for',
      content: { [contentType]: { schema: schemaOf(contentType) } },
    },
    304: { description: 'Nothing has changed since the `If-None-Match` that was sent' },
    ...refusalResponses([401, 403, 404, 429, 503]),
  },
})

const schemaOf = (contentType: string): Schema =>
  /json$/.test(contentType) ? {} : { type: 'string', format: 'binary' }
