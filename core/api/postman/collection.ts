import { describedOperations } from '#core/api/described'
import type { Operation } from '#core/http/operation'

/** Runs when the answer of the exchange has come: the token is kept for the requests after it. */
const keepToken = ['var res = pm.response.json();', "pm.environment.set('jwtToken', res.jwtToken);"]

/** The API as a Postman collection (format 2.1), which takes its values from an environment. */
export function postmanCollection() {
  const operations = describedOperations().map(({ operation }) => operation)
  return {
    info: {
      name: 'Telestat',
      description:
        'Choose the environment Telestat, fill in Token and Secret, and send the first request: it fills in jwtToken, which the others are sent with.',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{jwtToken}}', type: 'string' }] },
    item: [...Map.groupBy(operations, ({ tag }) => tag)].map(([name, some]) => ({
      name,
      item: some.map(item),
    })),
  }
}

function item(operation: Operation) {
  const { method, pattern, summary, example, content } = operation
  const exchanges = pattern === '/api/auth/jwt'
  return {
    name: summary,
    ...(exchanges && {
      event: [{ listen: 'test', script: { type: 'text/javascript', exec: keepToken } }],
    }),
    request: {
      method: method.toUpperCase(),
      ...(exchanges && { auth: { type: 'noauth' } }),
      header: [
        { key: 'Accept', value: 'application/json' },
        ...(exchanges ? [{ key: 'jwtToken', value: '{{jwtToken}}' }] : []),
        ...(content ? [{ key: 'Content-Type', value: Object.keys(content)[0] ?? '' }] : []),
      ],
      url: `{{URL}}${pattern.replaceAll(/:(\w+)/g, '{{$1}}')}${query(operation)}`,
      ...(example !== undefined && {
        body: {
          mode: 'raw',
          raw: JSON.stringify(example, null, 2),
          options: { raw: { language: 'json' } },
        },
      }),
    },
  }
}

/** What must be asked with; what may be left out is left out. */
const query = ({ query: asked }: Operation) =>
  Array.isArray(asked) && asked.length
    ? `?${asked.map((name) => `${name}={{${name === 'type' ? 'Report' : name}}}`).join('&')}`
    : ''
