import { resolve } from 'node:path'
import type { Plugin } from '#core/contracts/plugin'
import { checkDeclaration } from '#core/plugins/check_declaration'
import { checkWords } from '#core/plugins/checks/check_words'
import { checkReading, type TriedRule } from '#core/plugins/conformance/check_reading'
import { openPlugin } from '#core/plugins/open_plugin'

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
  const reads = plugin.kind === 'source' && problems.length === 0
  const tried = reads ? await checkReading(plugin, resolve(root, folder)) : []
  return { folder, plugin, tried: [declared, ...tried] }
}

const OPENS = 'its folder can be opened'
