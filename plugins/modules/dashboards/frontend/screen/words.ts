type Words = Record<string, string>

const locales = import.meta.glob<Words>('../../locales/*.json', { import: 'default' })
const languages = ['sv', 'en', 'et', 'lv']

/** The language that the set speaks, until somebody has paired it. */
export function deviceLanguage(): string {
  const spoken = (navigator.languages ?? [navigator.language]).map((one) => one.slice(0, 2))
  return spoken.find((one) => languages.includes(one)) ?? 'en'
}

/** The words of dashboards in a language. */
export async function wordsIn(language: string) {
  const load = locales[`../../locales/${language}.json`] ?? locales['../../locales/en.json']
  const words = (await load?.()) ?? {}
  return (key: string, values: Readonly<Record<string, string | number>> = {}) =>
    (words[`words.${key}`] ?? key).replace(/\{(\w+)\}/g, (whole, held: string) =>
      String(values[held] ?? whole)
    )
}
