import type { Plugin } from '#core/contracts/plugin'

/** Whether a plugin's keys are free: those of the plugins taken up before it are not. */
export function checkDuplicates(plugin: Plugin, loaded: readonly Plugin[]): string[] {
  if (loaded.some(({ kind, key }) => kind === plugin.kind && key === plugin.key)) {
    return [`There is a plugin of the kind ${plugin.kind} with the key "${plugin.key}" already.`]
  }
  if (plugin.kind !== 'source') return []
  const owners = loaded.filter((other) => other.kind === 'source')
  return plugin.reportTypes.flatMap(({ key }) =>
    owners
      .filter((owner) => owner.reportTypes.some((type) => type.key === key))
      .map((owner) => `The report "${key}" is there already: it is ${owner.key}'s.`)
  )
}
