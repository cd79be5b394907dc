import { resolve } from 'node:path'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { openPlugin, type OpenedPlugin } from '#core/plugins/open_plugin'
import { Registry } from '#core/plugins/registry'
import { keepTranslations } from '#core/plugins/translate'

/**
 * Opens each folder (relative to `root`, or absolute), checks what it declares and takes it up. A
 * plugin that is broken is left out with its problems; the others are not disturbed.
 */
export async function loadPlugins(root: string, folders: readonly string[]): Promise<Registry> {
  const registry = new Registry()
  for (const folder of folders) {
    const opened = await openPlugin(root, folder)
    const problems = 'problems' in opened ? opened.problems : check(opened, registry.all())
    if ('problems' in opened || problems.length > 0) {
      registry.leaveOut({ folder, problems })
      continue
    }
    keepTranslations(opened.plugin, opened.translations)
    registry.add(opened.plugin, resolve(root, folder))
  }
  return registry
}

function check(opened: OpenedPlugin, loaded: readonly Plugin[]): string[] {
  try {
    return checkDeclaration(opened, loaded)
  } catch (error) {
    return [`The declaration cannot be read: ${String(error)}.`]
  }
}
