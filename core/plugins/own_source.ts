import type { ModulePlugin } from '#core/contracts/module'
import type { SourcePlugin } from '#core/contracts/source'

/** What writes its events itself is never asked for any. */
class NoCollector {}

const made = new WeakMap<ModulePlugin, SourcePlugin>()

/** A module's own source as every other source is declared; undefined where it has none. */
export function ownSource(module: ModulePlugin): SourcePlugin | undefined {
  const { key, label, description, source } = module
  if (!source) return undefined
  const known = made.get(module)
  if (known) return known
  const own: SourcePlugin = {
    kind: 'source',
    ...{ key, label, description },
    ...source,
    collector: NoCollector,
  }
  made.set(module, own)
  return own
}
