import type { Plugin } from '#core/contracts/plugin'
import { listed } from '#core/plugins/checks/sentence'
import { presetKeys, translatableKeys } from '#core/plugins/translatable_keys'
import type { PluginTranslations, Translations } from '#core/plugins/translate'

/** The languages of the product beside English, which stands in the declaration. */
const languages = ['sv', 'et', 'lv'] as const

/** Words of the plugin's own, that it reads itself, are kept under this beginning. */
const own = (key: string) => key.startsWith('words.')

/** Whether every visible word stands in every language, with the same things put in, and nothing stands there in vain. */
export function checkTranslations(plugin: Plugin, locales: PluginTranslations): string[] {
  const english = translatableKeys(plugin)
  const optional = presetKeys(plugin)
  const words = [...new Set(Object.values(locales).flatMap((texts) => Object.keys(texts)))].filter(
    own
  )
  const required = [...english.keys(), ...words]
  return [
    ...languages.flatMap((locale) => {
      const texts = locales[locale]
      if (!texts) return [`There is no locales/${locale}.json.`]
      return [
        ...lacking(locale, texts, required),
        ...superfluous(locale, texts, [...required, ...optional]),
        ...malformed(locale, texts),
        ...unlike(locale, texts, english),
      ]
    }),
    ...inEnglish(locales.en, words, optional),
  ]
}

function lacking(locale: string, texts: Translations, required: readonly string[]) {
  const keys = required.filter((key) => !Object.hasOwn(texts, key))
  return keys.length === 0 ? [] : [`locales/${locale}.json lacks ${some(keys)}.`]
}

function superfluous(locale: string, texts: Translations, known: readonly string[]) {
  const wanted = new Set(known)
  const keys = Object.keys(texts).filter((key) => !wanted.has(key))
  return keys.length === 0
    ? []
    : [`locales/${locale}.json has ${some(keys)}, which nothing asks for.`]
}

const malformed = (locale: string, texts: Translations) =>
  Object.entries(texts)
    .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
    .map(([key]) => `locales/${locale}.json: "${key}" must be a text.`)

/** What is put in (`{limit}`, `{value}`) must be the same in every language. */
const unlike = (locale: string, texts: Translations, english: ReadonlyMap<string, string>) =>
  [...english]
    .filter(
      ([key, text]) =>
        typeof texts[key] === 'string' && placeholders(texts[key]) !== placeholders(text)
    )
    .map(
      ([key, text]) =>
        `locales/${locale}.json: "${key}" must hold ${placeholders(text) || 'no { }'}, as in English.`
    )

/** The `{placeholders}` of a text, in one order. */
export const placeholders = (text: string) => [...(text.match(/\{\w+\}/g) ?? [])].sort().join(', ')

function inEnglish(
  texts: Translations | undefined,
  words: readonly string[],
  optional: readonly string[]
) {
  if (!texts && words.length === 0) return []
  if (!texts) return ['There is no locales/en.json, which the words of the plugin itself need.']
  const known = [...words, ...optional]
  const declared = Object.keys(texts).filter((key) => !known.includes(key))
  return [
    ...lacking('en', texts, words),
    ...malformed('en', texts),
    ...(declared.length === 0
      ? []
      : [`locales/en.json has ${some(declared)}: English stands in the declaration itself.`]),
  ]
}

function some(keys: readonly string[]) {
  const first = listed(keys.slice(0, 5))
  return keys.length > 5 ? `${first} and ${keys.length - 5} more` : first
}
