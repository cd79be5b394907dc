import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import app from '@adonisjs/core/services/app'
import typescript from 'typescript'

/** A file of the repository, its path from the root, and what it imports. */
export interface SourceFile {
  path: string
  text: string
  imports: readonly string[]
}

/** Every file of code under some folders of the repository; those that are not there yet have none. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return paths(...folders)
    .filter((path) => /\.(ts|mts|js|mjs|vue)$/.test(path))
    .map((path) => {
      const text = readFileSync(app.makePath(path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

/** Every file under some folders, from the root, in order. */
export function paths(...folders: string[]): string[] {
  return folders
    .filter((folder) => existsSync(app.makePath(folder)))
    .flatMap((folder) =>
      readdirSync(app.makePath(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(app.makePath(), join(entry.parentPath, entry.name)))
    )
    .sort()
}

/** The names of the folders in a folder. */
export const foldersIn = (folder: string): string[] =>
  existsSync(app.makePath(folder))
    ? readdirSync(app.makePath(folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : []

/** The folder of each plugin there is, such as `plugins/exporters/xlsx`. */
export const pluginFolders = (): string[] =>
  foldersIn('plugins').flatMap((kind) =>
    foldersIn(`plugins/${kind}`).map((name) => `plugins/${kind}/${name}`)
  )

/** Where a relative import leads, from the root; undefined for every other import. */
export const target = (file: SourceFile, specifier: string): string | undefined =>
  specifier.startsWith('.') ? join(dirname(file.path), specifier) : undefined

/** Whether an import is of a package from the registry, and not of Node or of ours. */
export const isPackage = (specifier: string): boolean =>
  !specifier.startsWith('.') && !specifier.startsWith('#') && !isBuiltIn(specifier)

/** Whether an import is of Node itself. */
export const isBuiltIn = (specifier: string): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier)

/** The package that an import is of, without the path inside it. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function importsOf(path: string, text: string): string[] {
  const code = path.endsWith('.vue') ? scriptOf(text) : text
  return typescript.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName)
}

const scriptOf = (component: string) =>
  [...component.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
