import router from '@adonisjs/core/services/router'
import type { Capability } from '#core/permissions/matrix'
import { registry } from '#core/plugins/registry'

/** A route as the matrix sees it. */
export interface NamedRoute {
  method: string
  pattern: string
  /** Undefined where the route forgot to name one. */
  capability: Capability | undefined
  /** Whether a reader is demanded, rather than anyone let in. */
  demandsReader: boolean
  /** Whether what is demanded is the token of the address itself. */
  demandsToken: boolean
  /** What is sent along; nothing unless said. */
  body?: Readonly<Record<string, unknown>>
  /** Whose operation it is; undefined of core's routes. */
  module?: string
}

/** Every route of the server, once for each method. */
export function namedRoutes(): NamedRoute[] {
  const { root } = router.toJSON()
  return root
    .filter(({ pattern }) => !pattern.startsWith('/seen'))
    .flatMap((route) => {
      const guards = [...route.middleware.all()].flatMap((middleware) =>
        typeof middleware === 'function' ? [] : [middleware]
      )
      const named = guards.filter(({ name }) =>
        ['reader', 'anyone', 'connector'].includes(String(name))
      )
      const options = named.map(({ args }) => args as { capability?: Capability } | undefined)
      const capability = options.length === 1 ? options[0]?.capability : undefined
      return route.methods
        .filter((method) => method !== 'HEAD')
        .map((method) => ({
          method,
          pattern: route.pattern,
          capability,
          demandsReader: named.some(({ name }) => name === 'reader'),
          demandsToken: named.some(({ name }) => name === 'connector'),
          ...ofModule(method, route.pattern),
        }))
    })
}

/** Of a module's operation: the module, and a body that its validator takes. */
function ofModule(method: string, pattern: string): Pick<NamedRoute, 'body' | 'module'> {
  for (const { key, operations, streams = [] } of registry().modules()) {
    const isStream = streams.some(({ path }) => `/api/${key}/v1/${path}` === pattern)
    if (isStream && method === 'GET') return { module: key }
    const operation = operations.find(
      (one) => one.method.toUpperCase() === method && `/api/${key}/v1/${one.path}` === pattern
    )
    if (operation) return { module: key, body: sampleOf(operation.input.toJSONSchema() as Shape) }
  }
  return {}
}

interface Shape {
  type?: string
  enum?: readonly unknown[]
  properties?: Record<string, Shape>
  required?: string[]
}

/** What a schema demands. */
const sampleOf = ({ properties = {}, required = [] }: Shape): Record<string, unknown> =>
  Object.fromEntries(
    required.map((name) => {
      const { type = '', enum: [first] = [] } = properties[name] ?? {}
      if (type === 'array') return [name, []]
      return [name, first ?? (['number', 'integer'].includes(type) ? 999_999 : 'sample')]
    })
  )
