import type { Plugin } from '#core/contracts/plugin'
import type { OpenedPlugin } from '#core/plugins/open_plugin'

/**
 * What is wrong with a declaration, in sentences; empty where nothing is.
 *
 * @param loaded plugins taken up before this one, whose keys are taken.
 */
export function checkDeclaration(opened: OpenedPlugin, loaded: readonly Plugin[]): string[] {
  const taken = loaded.some(
    ({ kind, key }) => kind === opened.plugin.kind && key === opened.plugin.key
  )
  return taken ? [`There is a ${opened.plugin.kind} "${opened.plugin.key}" already.`] : []
}
