import type { Edition } from '#core/customers/edition'
import { registry } from '#core/plugins/registry'

/** Keys of the plugins that an edition decides: sources and most modules are bought one by one, and files are everybody's. */
export function editionPlugins(edition: Edition): { enabled: string[]; disabled: string[] } {
  const modules = registry()
    .modules()
    .filter((module) => module.edition)
  const keys = [...registry().connectors(), ...registry().widgets(), ...modules].map(
    ({ key }) => key
  )
  return edition === 'extended' ? { enabled: keys, disabled: [] } : { enabled: [], disabled: keys }
}

/**
 * Keys of the plugins that a customer has: those that were given, and of its edition those that nobody
 * has given or taken, as they were installed after the customer got its edition.
 */
export function heldPlugins(
  edition: Edition,
  given: readonly { plugin: string; enabled: boolean }[]
): string[] {
  const known = new Set(given.map(({ plugin }) => plugin))
  return [
    ...given.filter(({ enabled }) => enabled).map(({ plugin }) => plugin),
    ...editionPlugins(edition).enabled.filter((key) => !known.has(key)),
  ]
}
