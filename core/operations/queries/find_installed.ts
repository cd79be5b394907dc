import type { Plugin } from '#core/contracts/plugin'
import { unknownInstalled } from '#core/operations/errors'
import { givenPlugins } from '#core/operations/queries/given_plugins'

/** The plugin of this key that can be given to customers. Throws `E_UNKNOWN_PLUGIN`. */
export function findInstalled(key: unknown): Plugin {
  const plugins = givenPlugins()
  const found = plugins.find((plugin) => plugin.key === key)
  if (!found) {
    throw unknownInstalled(
      String(key),
      plugins.map((plugin) => plugin.key)
    )
  }
  return found
}
