import { checkTranslations } from '#core/plugins/checks/check_translations'
import type { OpenedPlugin } from '#core/plugins/open_plugin'

/**
 * What is wrong with a plugin's translations, in sentences; empty where nothing is. The declaration must
 * be right. Such a plugin works: what a language lacks is told in English.
 */
export function checkWords({ plugin, translations, unreadable }: OpenedPlugin): string[] {
  const missing = unreadable.map((problem) => `There is no ${problem.split(' ')[0]}.`)
  const problems = checkTranslations(plugin, translations)
  return [...unreadable, ...problems.filter((problem) => !missing.includes(problem))]
}
