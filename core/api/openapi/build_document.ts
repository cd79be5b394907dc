import { type Described, describedOperations } from '#core/api/described'
import { requestSchema } from '#core/api/openapi/request_schema'
import { rowSchemas } from '#core/api/openapi/row_schemas'
import { ref, sharedSchemas } from '#core/api/openapi/shared_schemas'
import type { Operation, Schema } from '#core/api/operation'
import { publicAddress } from '#core/http/public_address'
import { locales } from '#config/i18n'
import { registry } from '#core/plugins/registry'
import product from '../../../package.json' with { type: 'json' }

/**
 * The API as an OpenAPI 3.1 document: its addresses from the routes, what they take from their
 * validators, and what is in a row from the report types of the installation, named in `locale`.
 */
export function buildDocument(locale: string): Schema {
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
        'Statistics of telephony. A program acts by a ticket that an administrator makes for a user, with that user’s rights: exchange it for a signed token, or send it as Api-Token and Api-Secret with each request, over HTTPS. Labels and sentences are in the language of Accept-Language. Errors are answered as { error: { code, message } }.',
    },
    servers: [{ url: publicAddress('/').replace(/\/$/, '') }],
    security: [{ bearer: [] }, { token: [], secret: [] }],
    tags: [...new Set(described.map(({ operation }) => operation.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        token: { type: 'apiKey', in: 'header', name: 'Api-Token' },
        secret: { type: 'apiKey', in: 'header', name: 'Api-Secret' },
      },
      schemas: { ...sharedSchemas, ...rowSchemas(locale) },
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
    responses: {
      200: { description: 'As asked for', content: answered(operation) },
      ...problems(operation, Boolean(route)),
    },
  }
}

const language = {
  name: 'Accept-Language',
  in: 'header',
  description: 'Language of labels and sentences.',
  schema: { type: 'string', enum: locales },
}

function parameters({ pattern, query, fields = {} }: Operation): Schema[] {
  const inPath = [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(fields[name] && { description: fields[name] }),
  }))
  return [...inPath, ...queryParameters(query, fields)]
}

function queryParameters(query: Operation['query'], fields: Readonly<Record<string, string>>) {
  if (!query) return []
  const { properties = {}, required = [] } = (
    Array.isArray(query)
      ? {
          properties: Object.fromEntries(
            (query as string[]).map((name) => [name, { type: 'string' }])
          ),
          required: query as string[],
        }
      : requestSchema(query as Exclude<typeof query, readonly string[]>)
  ) as { properties?: Record<string, Schema>; required?: string[] }
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

const answered = ({ answer, files = [] }: Operation) => ({
  'application/json': { schema: answer },
  ...Object.fromEntries(
    files.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])
  ),
})

const sentences = {
  401: 'The ticket is wrong or no longer valid',
  403: 'The ticket’s user may not do this, or the ticket lacks the grant',
  404: 'There is no such thing, or it is not the reader’s',
  422: 'Something in the request cannot be; `field` says what',
  429: 'Too many requests; `retryAfterSeconds` says when to try again',
}

function problems({ pattern, method }: Operation, takesTicket: boolean): Schema {
  const answers = [
    401,
    ...(takesTicket ? [403] : []),
    ...(pattern.includes(':') ? [404] : []),
    ...(method === 'get' ? [] : [422]),
    ...(takesTicket ? [] : [429]),
  ] as (keyof typeof sentences)[]
  return Object.fromEntries(
    answers.map((status) => [
      status,
      {
        description: sentences[status],
        content: { 'application/json': { schema: ref('Error') } },
      },
    ])
  )
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
  const [first] = registry().reportTypes()
  const [file] = registry().exporters()
  return {
    Report: first?.type.key ?? '',
    From: '2026-01-01',
    To: '2026-01-31',
    Format: file?.key ?? '',
  }
}
