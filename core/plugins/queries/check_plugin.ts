import { resolve } from 'node:path'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { checkPages } from '#core/plugins/checks/check_pages'
import { checkWords } from '#core/plugins/checks/check_words'
import { checkReading, type TriedRule } from '#core/plugins/conformance/check_reading'
import { type OpenedPlugin, openPlugin } from '#core/plugins/open_plugin'

/** What came of checking one plugin. */
export interface CheckedPlugin {
  folder: string
  /** Undefined where the folder could not even be opened. */
  plugin?: Plugin
  tried: readonly TriedRule[]
}

/**
 * Checks a plugin as it stands in its folder: its declaration, and for a source how it reads what was
 * recorded. Reading is tried only where the declaration is right.
 *
 * @param others plugins whose keys are taken.
 */
export async function checkPlugin(
  root: string,
  folder: string,
  others: readonly Plugin[]
): Promise<CheckedPlugin> {
  const opened = await openPlugin(root, folder)
  if ('problems' in opened) return { folder, tried: [{ title: OPENS, problems: opened.problems }] }
  const { plugin } = opened
  const structure = checkDeclaration(plugin, others)
  // Translations are told by their place in the declaration, so that must be right first.
  const problems = structure.length > 0 ? structure : checkWords(opened)
  const declared = { title: 'its declaration is right', problems }
  if (problems.length > 0) return { folder, plugin, tried: [declared] }
  const tried = await tryKind(opened, resolve(root, folder))
  return { folder, plugin, tried: [declared, ...tried] }
}

/** What can be tried of a source or a module that is declared right. */
async function tryKind({ plugin, translations }: OpenedPlugin, folder: string) {
  if (plugin.kind === 'source') return checkReading(plugin, folder)
  if (plugin.kind !== 'module') return []
  return [
    {
      title: 'its pages name what there is',
      problems: await checkPages(plugin, folder, translations),
    },
  ]
}

const OPENS = 'its folder can be opened'
