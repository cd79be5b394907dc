import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { checkWords } from '#core/plugins/checks/check_words'
import { usableTranslations } from '#core/plugins/checks/usable_translations'
import { openPlugin, type OpenedPlugin } from '#core/plugins/open_plugin'
import { Registry } from '#core/plugins/registry'
import { keepTranslations } from '#core/plugins/translate'

/**
 * Opens each folder (relative to `root`, or absolute), checks what it declares and takes it up. A
 * plugin that is broken is left out with its problems; the others are not disturbed. What is wrong with
 * its translations alone is noted: those words are told in English. So is the folder of a module that
 * is not there, as modules can be taken away.
 */
export async function loadPlugins(root: string, folders: readonly string[]): Promise<Registry> {
  const registry = new Registry()
  for (const folder of folders) {
    if (isAbsentModule(root, folder)) {
      registry.noteAbsent(folder)
      continue
    }
    const opened = await openPlugin(root, folder)
    const problems = 'problems' in opened ? opened.problems : check(opened, registry.all())
    if ('problems' in opened || problems.length > 0) {
      registry.leaveOut({ folder, problems })
      continue
    }
    const { plugin, translations } = opened
    const faults = checkWords(opened)
    if (faults.length > 0) registry.noteWords({ folder, problems: faults })
    keepTranslations(plugin, usableTranslations(plugin, translations))
    registry.add(plugin, resolve(root, folder))
  }
  return registry
}

function check(opened: OpenedPlugin, loaded: readonly Plugin[]): string[] {
  try {
    return checkDeclaration(opened.plugin, loaded)
  } catch (error) {
    return [`The declaration cannot be read: ${String(error)}.`]
  }
}

const isAbsentModule = (root: string, folder: string) =>
  folder.startsWith('plugins/modules/') && !existsSync(resolve(root, folder))
