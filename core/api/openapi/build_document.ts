import { type Described, describedOperations, describedSchemas } from '#core/api/described'
import { connectorPaths } from '#core/api/openapi/connector_paths'
import { requestSchema } from '#core/api/openapi/request_schema'
import { responses } from '#core/api/openapi/responses'
import { anyReport, reportSchemas, rowSchemas } from '#core/api/openapi/row_schemas'
import { sharedSchemas } from '#core/http/shared_schemas'
import type { Operation, Schema } from '#core/http/operation'
import type { Addresses } from '#core/customers/queries/addresses_of'
import { publicAddress } from '#core/http/public_address'
import { locales } from '#config/i18n'
import { registry } from '#core/plugins/registry'
import product from '../../../package.json' with { type: 'json' }

/**
 * The API as an OpenAPI 3.1 document: its addresses from the routes, what they take from their
 * validators, and what is in a row from the report types of the installation, named in `locale`.
 */
export function buildDocument(locale: string, addresses: Addresses = publicAddress): Schema {
  const described = describedOperations()
  const paths: Record<string, Record<string, Schema>> = {}
  for (const one of described) {
    const { method, pattern } = one.operation
    const path = pattern.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [method]: operationObject(one) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Telestat',
      version: product.version,
      description:
        'Statistics of telephony. A program acts by a ticket that an administrator makes for a user, with that user’s rights: exchange it for a signed token, or send it as Api-Token and Api-Secret with each request, over HTTPS. Labels and sentences are in the language of Accept-Language. Errors are answered as { error: { code, message } }. The earlier addresses /api/report/v1-0 and /api/report/v1-1 are redirected (308) to /api/report/v1; they take the bodies that are described here.',
    },
    servers: [{ url: addresses('/').replace(/\/$/, '') }],
    security: [{ bearer: [] }, { token: [], secret: [] }],
    tags: [...new Set(described.map(({ operation }) => operation.tag)), 'Connectors'].map(
      (name) => ({
        name,
      })
    ),
    paths: { ...paths, ...connectorPaths() },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        token: { type: 'apiKey', in: 'header', name: 'Api-Token' },
        secret: { type: 'apiKey', in: 'header', name: 'Api-Secret' },
        connectorPassword: {
          type: 'http',
          scheme: 'basic',
          description: 'A connector’s token as the password, with any user name.',
        },
        connectorToken: { type: 'http', scheme: 'bearer', description: 'A connector’s token.' },
        connectorKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
      schemas: {
        ...sharedSchemas,
        ...describedSchemas,
        AnyReport: anyReport(),
        ...reportSchemas(),
        ...rowSchemas(locale),
      },
    },
  }
}

function operationObject({ operation, route }: Described): Schema {
  const { method, pattern, tag, summary, description } = operation
  const body = requestBody(operation)
  return {
    operationId: `${method}${pattern.replaceAll(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(route ? { 'x-grant': route.grant } : { security: [] }),
    parameters: [language, ...parameters(operation)],
    ...(body && { requestBody: body }),
    responses: responses(operation, Boolean(route)),
  }
}

const language = {
  name: 'Accept-Language',
  in: 'header',
  description: 'Language of labels and sentences.',
  schema: { type: 'string', enum: locales },
}

function parameters(operation: Operation): Schema[] {
  const { pattern, fields = {} } = operation
  const inPath = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(fields[name] && { description: fields[name] }),
  }))
  return [...inPath, ...queryParameters(operation)]
}

function queryParameters({ query, needed = [], fields = {} }: Operation) {
  if (!query) return []
  const { properties = {}, required = [] } = (
    Array.isArray(query)
      ? {
          properties: Object.fromEntries(
            (query as string[]).map((name) => [name, { type: 'string' }])
          ),
          required: needed,
        }
      : requestSchema(query as Exclude<typeof query, readonly string[]>)
  ) as { properties?: Record<string, Schema>; required?: readonly string[] }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
    ...(fields[name] && { description: fields[name] }),
  }))
}

function requestBody({ body, content, fields, example }: Operation): Schema | undefined {
  if (content) {
    return {
      required: true,
      content: Object.fromEntries(
        Object.entries(content).map(([type, schema]) => [type, { schema }])
      ),
    }
  }
  if (!body) return undefined
  const schema = requestSchema(body, fields)
  return {
    required: true,
    content: {
      'application/json': {
        schema,
        ...(example !== undefined && { example: filledIn(example) }),
      },
    },
  }
}

/** The example with what Postman fills in: a report type there is, and last month. */
function filledIn(example: unknown): unknown {
  const values = exampleValues()
  return JSON.parse(
    JSON.stringify(example).replaceAll(
      /\{\{(\w+)\}\}/g,
      (whole, name: string) => values[name] ?? whole
    )
  ) as unknown
}

/** What stands for the names in double braces. */
export function exampleValues(): Record<string, string> {
  const types = registry().reportTypes()
  const [first] = types
  // Every address can be asked for this one.
  const whole =
    types.find(({ type }) => type.followUp && Object.values(type.events)[0]?.call) ?? first
  const duration = Object.entries(whole?.type.columns ?? {}).find(
    ([, { unit, value, per }]) => unit === 'seconds' && 'mean' in value && !per
  )
  const [file] = registry().exporters()
  return {
    Report: whole?.type.key ?? '',
    Column: duration?.[0] ?? '',
    From: '2026-01-01',
    To: '2026-01-31',
    Format: file?.key ?? '',
    Call: '1795600000.1',
    At: '2026-01-31T09:00:00+01:00',
  }
}
