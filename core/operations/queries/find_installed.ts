import type { Plugin } from '#core/contracts/plugin'
import { unknownInstalled } from '#core/operations/errors'
import { registry } from '#core/plugins/registry'

/** The plugin of this key that can be given to customers. Throws `E_UNKNOWN_PLUGIN`. */
export function findInstalled(key: unknown): Plugin {
  const plugins = registry()
    .all()
    .filter(({ kind }) => kind !== 'exporter')
  const found = plugins.find((plugin) => plugin.key === key)
  if (!found) {
    throw unknownInstalled(
      String(key),
      plugins.map((plugin) => plugin.key)
    )
  }
  return found
}
