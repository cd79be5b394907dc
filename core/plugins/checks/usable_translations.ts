import { placeholders } from '#core/plugins/checks/check_translations'
import type { Plugin } from '#core/contracts/plugin'
import { translatableKeys } from '#core/plugins/translatable_keys'
import type { PluginTranslations, Translations } from '#core/plugins/translate'

/** The translations that can be shown: texts, with the same `{placeholders}` as the English. The rest is told in English. */
export function usableTranslations(plugin: Plugin, locales: PluginTranslations) {
  const english = translatableKeys(plugin)
  const usable = ([key, text]: [string, unknown]) => {
    if (typeof text !== 'string' || text.trim() === '') return false
    const original = english.get(key)
    return original === undefined || placeholders(text) === placeholders(original)
  }
  return Object.fromEntries(
    Object.entries(locales).map(([locale, texts]): [string, Translations] => [
      locale,
      Object.fromEntries(Object.entries(texts).filter(usable)),
    ])
  )
}
