import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ModulePlugin } from '#core/contracts/module'
import type { ModulePages } from '#core/contracts/module_page'
import { listed, repeatedIn } from '#core/plugins/checks/sentence'
import type { PluginTranslations } from '#core/plugins/translate'

/**
 * Whether a module's pages name capabilities, routes and words that there are; nothing where it has none.
 * `folder` is absolute.
 */
export async function checkPages(
  { capabilities }: ModulePlugin,
  folder: string,
  { en = {} }: PluginTranslations
): Promise<string[]> {
  const file = join(folder, 'frontend', 'pages.ts')
  if (!existsSync(file)) return []
  const { default: pages } = (await import(pathToFileURL(file).href)) as { default?: ModulePages }
  if (!pages) return ['frontend/pages.ts has no default export: export default definePages({ … }).']
  const known = Object.keys(capabilities)
  const names = pages.routes.map(({ name }) => name)
  const words = [...pages.routes.map(({ title }) => title), ...pages.menu.map(({ label }) => label)]
  return [
    ...repeatedIn(names).map((name) => `There are several pages "${name}".`),
    ...pages.routes
      .filter(({ capability }) => !known.includes(capability))
      .map(
        ({ name, capability }) =>
          `Page "${name}": there is no capability "${capability}". There are: ${listed(known)}.`
      ),
    ...pages.menu
      .filter(({ route }) => !names.includes(route))
      .map(({ route }) => `The menu names a page "${route}". There are: ${listed(names)}.`),
    ...[...new Set(words)]
      .filter((word) => !(`words.${word}` in en))
      .map((word) => `locales/en.json lacks "words.${word}", which a page is called by.`),
  ]
}
