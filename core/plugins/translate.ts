import type { Plugin } from '#core/contracts/plugin'
import { presetColumns, translatableKeys } from '#core/plugins/translatable_keys'

export { translatableKeys }

/** Path in the declaration → text, as a plugin's `locales/<locale>.json` holds it. */
export type Translations = Readonly<Record<string, string>>
/** By locale. `en` holds only what no declaration can say, such as names of presets. */
export type PluginTranslations = Readonly<Record<string, Translations>>

const known = new WeakMap<Plugin, PluginTranslations>()

/** Keeps what stands in a plugin's locale files. The loader calls it. */
export function keepTranslations(plugin: Plugin, translations: PluginTranslations): void {
  known.set(plugin, translations)
}

/** What was kept of a plugin's locale files. */
export const translationsOf = (plugin: Plugin): PluginTranslations => known.get(plugin) ?? {}

/**
 * A visible word of a plugin. Falls back to the English of the declaration, and to the path itself
 * where nothing visible stands there. A preset that no locale file names is called after its columns.
 */
export function translate(plugin: Plugin, path: string, locale: string): string {
  const locales = known.get(plugin)
  const written = locales?.[locale]?.[path]
  if (written !== undefined) return written
  const columns = presetColumns(plugin, path)
  if (columns) return columns.map((column) => translate(plugin, column, locale)).join(' - ')
  return locales?.en?.[path] ?? english(plugin).get(path) ?? path
}

const englishOf = new WeakMap<Plugin, ReadonlyMap<string, string>>()

function english(plugin: Plugin) {
  let texts = englishOf.get(plugin)
  if (!texts) englishOf.set(plugin, (texts = translatableKeys(plugin)))
  return texts
}
