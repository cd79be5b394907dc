import type { ModulePlugin } from '#core/contracts/module'
import type { Plugin } from '#core/contracts/plugin'

/** Whether a plugin's keys are free: those of the plugins taken up before it are not. */
export function checkDuplicates(plugin: Plugin, loaded: readonly Plugin[]): string[] {
  if (loaded.some(({ kind, key }) => kind === plugin.kind && key === plugin.key)) {
    return [`There is a plugin of the kind ${plugin.kind} with the key "${plugin.key}" already.`]
  }
  if (plugin.kind === 'module') return keyOrPrefixTaken(plugin, loaded)
  if (plugin.kind !== 'source') return []
  const owners = loaded.filter((other) => other.kind === 'source')
  return plugin.reportTypes.flatMap(({ key }) =>
    owners
      .filter((owner) => owner.reportTypes.some((type) => type.key === key))
      .map((owner) => `The report "${key}" is there already: it is ${owner.key}'s.`)
  )
}

/** A customer is given plugins by their keys alone, and tables are told apart by their prefixes. */
function keyOrPrefixTaken({ key, prefix }: ModulePlugin, loaded: readonly Plugin[]): string[] {
  const modules = loaded.filter((other) => other.kind === 'module')
  return [
    ...loaded
      .filter((other) => other.key === key)
      .map(({ kind }) => `There is a plugin of the kind ${kind} with the key "${key}" already.`),
    ...modules
      .filter((other) => other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix))
      .map((other) => `The prefix "${prefix}" is taken: ${other.key} has "${other.prefix}".`),
  ]
}
