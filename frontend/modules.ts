import { shallowReactive } from 'vue'
import type { Language } from './early/language.js'
import type { ModulePages } from '#core/contracts/module_page'

/** The one opening of the page towards modules: their pages, and their words. */
type Words = Record<string, string>

const found = import.meta.glob<ModulePages>('../plugins/modules/*/frontend/pages.ts', {
  import: 'default',
})
const locales = import.meta.glob<Words>('../plugins/modules/*/locales/*.json', {
  import: 'default',
})

const at = (key: string, rest: string) => `../plugins/modules/${key}/${rest}`

/** The pages of the modules that have been opened, by the module's key, and their words by language too. */
export const openedModules = shallowReactive(new Map<string, ModulePages>())
const words = shallowReactive(new Map<string, Words>())

/** A module’s page is called so among all routes. */
export const routeName = (key: string, name: string) => `module.${key}.${name}`

/** Opens the pages of those of these modules that are not open yet, and were built into the page. Answers the new ones. */
export async function openPages(keys: readonly string[]): Promise<Map<string, ModulePages>> {
  const missing = keys.filter(
    (key) => !openedModules.has(key) && found[at(key, 'frontend/pages.ts')]
  )
  const opened = await Promise.all(
    missing.map(async (key) => [key, await found[at(key, 'frontend/pages.ts')]!()] as const)
  )
  for (const [key, pages] of opened) openedModules.set(key, pages)
  return new Map(opened)
}

/** Has the words of a module at hand in a language. */
export async function loadModuleWords(key: string, language: Language): Promise<void> {
  const name = `${language} ${key}`
  if (words.has(name)) return
  const [spoken, english] = await Promise.all([
    locales[at(key, `locales/${language}.json`)]?.(),
    locales[at(key, 'locales/en.json')]?.(),
  ])
  words.set(name, { ...english, ...spoken })
}

/** A word of a module in a language, with what stands in { } put in; undefined where there is none. */
export const moduleWord = (
  key: string,
  language: string,
  word: string,
  values: Readonly<Record<string, unknown>> = {}
): string | undefined =>
  words
    .get(`${language} ${key}`)
    ?.[`words.${word}`]?.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole)
    )
