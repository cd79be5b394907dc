import { stored } from './stored.js'

export const languages = ['sv', 'en', 'et', 'lv'] as const
export type Language = (typeof languages)[number]

const chosen = stored('language', '')

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language)
}

/** The language that was chosen here before, else the first of the browser's that we speak. */
export function initialLanguage(): Language {
  const wanted = [chosen.read(), ...navigator.languages.map((name) => name.slice(0, 2))]
  return wanted.find(isLanguage) ?? 'en'
}

/** Whether the reader picked a language here, as opposed to the browser's own being followed. */
export const languageWasChosen = () => isLanguage(chosen.read())

export const rememberLanguage = (language: Language) => chosen.write(language)
