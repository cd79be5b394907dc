import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from '#core/contracts/plugin'
import { isRecord } from '#core/plugins/checks/shape'
import type { PluginTranslations, Translations } from '#core/plugins/translate'

/** A plugin as its folder says, before anything of it has been checked: it may have been written without types. */
export interface OpenedPlugin {
  plugin: Plugin
  translations: PluginTranslations
  /** What is wrong with locale files that cannot be read, in sentences. */
  unreadable: readonly string[]
}

/** Opens a folder's `index.ts` (`index.js` where compiled) and the locale files beside it. Never throws: what is wrong is told in sentences. */
export async function openPlugin(
  root: string,
  folder: string
): Promise<OpenedPlugin | { problems: string[] }> {
  const path = resolve(root, folder)
  const index = ['index.ts', 'index.js'].map((name) => join(path, name)).find(existsSync)
  if (!index) return { problems: ['There is no index.ts.'] }
  try {
    const module = (await import(pathToFileURL(index).href)) as { default?: Plugin }
    if (typeof module.default !== 'object' || module.default === null) {
      return {
        problems: ['Its index.ts has no default export: export default definePlugin({ … }).'],
      }
    }
    return { plugin: module.default, ...(await readTranslations(path)) }
  } catch (error) {
    return { problems: [`It cannot be opened: ${firstLine(error)}`] }
  }
}

async function readTranslations(path: string): Promise<Omit<OpenedPlugin, 'plugin'>> {
  const translations: Record<string, Translations> = {}
  const unreadable: string[] = []
  for (const locale of ['sv', 'en', 'et', 'lv']) {
    const file = join(path, 'locales', `${locale}.json`)
    if (!existsSync(file)) continue
    try {
      translations[locale] = await readJson(file)
    } catch (error) {
      unreadable.push(firstLine(error))
    }
  }
  return { translations, unreadable }
}

async function readJson(file: string): Promise<Translations> {
  const name = `locales/${basename(file)}`
  const text = await readFile(file, 'utf8')
  const parsed = parse(name, text)
  if (!isRecord(parsed)) throw new Error(`${name} must be an object of key and text.`)
  return parsed as Translations
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Error(`${name} is not JSON: ${firstLine(error)}.`, { cause: error })
  }
}

const firstLine = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]!
