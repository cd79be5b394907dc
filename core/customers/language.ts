import { locales } from '#config/i18n'
import { unknownLanguage } from '#core/customers/errors'

/** The language, where it is one of ours. Throws `E_UNKNOWN_LANGUAGE`. */
export function checkedLanguage(language: string): string {
  if (!locales.some((known) => known === language)) throw unknownLanguage(language)
  return language
}
