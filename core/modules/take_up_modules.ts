import { useModuleLines } from '#core/permissions/matrix'
import type { Registry } from '#core/plugins/registry'

/** Puts the capabilities of the modules that were loaded into the matrix, in place of those before. */
export function takeUpModules(registry: Registry): void {
  useModuleLines(
    Object.fromEntries(
      registry
        .modules()
        .flatMap(({ key, capabilities }) =>
          Object.entries(capabilities).map(([name, line]) => [`${key}.${name}`, line])
        )
    )
  )
}
