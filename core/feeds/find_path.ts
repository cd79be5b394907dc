import type { ConnectorPlugin } from '#core/contracts/connector'
import { unknownPath } from '#core/feeds/errors'
import { registry } from '#core/plugins/registry'

/**
 * The plugin that answers a path below a connector's address. All of them do at each: what an address
 * is made for decides its guide, not what it may be asked.
 *
 * @throws E_UNKNOWN_PATH naming what there is
 */
export function findPath(path: string, enabled: readonly string[]): ConnectorPlugin {
  const plugins = registry()
    .connectors()
    .filter(({ key }) => enabled.includes(key))
  const found = plugins.find((plugin) => answers(plugin, path))
  if (!found) {
    throw unknownPath(
      path.slice(0, 100),
      plugins.flatMap(({ paths }) => paths)
    )
  }
  return found
}

/** The plugin of a path, whether or not a customer has it. */
export const findPlugin = (path: string): ConnectorPlugin | undefined =>
  registry()
    .connectors()
    .find((plugin) => answers(plugin, path))

/** What may be done at a path below a connector's address. */
export const methodsOf = (path: string): string[] => [
  'GET',
  'HEAD',
  ...(findPlugin(path)?.posts?.includes(path) ? ['POST'] : []),
  'OPTIONS',
]

const answers = ({ paths }: ConnectorPlugin, path: string) =>
  paths.some((pattern) => matches(pattern, path))

const matches = (pattern: string, path: string) =>
  pattern.endsWith('/*') ? path.startsWith(pattern.slice(0, -1)) : pattern === path
