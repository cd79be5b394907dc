import { createI18n } from 'vue-i18n'
import { speak } from './api/client.js'
import { rememberLanguage, type Language } from './early/language.js'
import type messages from './locales/en.json'

/** How each language writes numbers and dates. */
export const locales: Record<Language, string> = {
  sv: 'sv-SE',
  en: 'en-GB',
  et: 'et-EE',
  lv: 'lv-LV',
}

/** Latvian has its singular after 1, 21, 31 … and the plural for all else. */
const latvian = (count: number) => (count % 10 === 1 && count % 100 !== 11 ? 0 : 1)

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  pluralRules: { lv: latvian },
  messages: {} as Record<Language, typeof messages>,
})

/** Changes every word on the page, and the language that the server is asked to answer in. */
export async function useLanguage(language: Language, remember = false) {
  if (!i18n.global.availableLocales.includes(language)) {
    const { default: words } = await import(`./locales/${language}.json`)
    i18n.global.setLocaleMessage(language, words)
  }
  await loadParts(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
  speak(language)
  if (remember) rememberLanguage(language)
}

/** Parts of the page that few people open; their words are fetched when they do. */
export type PartOfPage =
  | 'administration'
  | 'advanced'
  | 'connectors'
  | 'errands'
  | 'jobs'
  | 'operator'
  | 'savedReports'
  | 'specification'
  | 'visualisations'
const parts = new Set<PartOfPage>()
const loaded = new Set<string>()

/** Has the words of these parts of the page at hand from now on. */
export async function needWords(needed: readonly PartOfPage[]) {
  for (const part of needed) parts.add(part)
  await loadParts(i18n.global.locale.value)
}

async function loadParts(language: Language) {
  for (const part of parts) {
    if (loaded.has(`${language} ${part}`)) continue
    const { default: words } = await import(`./locales/${language}/${part}.json`)
    i18n.global.mergeLocaleMessage(language, words)
    loaded.add(`${language} ${part}`)
  }
}
