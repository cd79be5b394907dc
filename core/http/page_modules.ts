import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

/** What Vite says of a file of the page that it has built. */
interface Built {
  file: string
  imports?: string[]
  css?: string[]
}

type Manifest = Record<string, Built>

const ENTRY = 'frontend/main.ts'
const SHELL = 'frontend/components/AppShell.vue'
const SIGN_IN = 'frontend/pages/SignInPage.vue'

/** What each address opens for who is signed in; others ask for theirs when they know it. */
const pages: Readonly<Record<string, string>> = {
  '/': 'frontend/pages/StartPage.vue',
  '/reports/basic': 'frontend/pages/BasicReportsPage.vue',
  '/reports/advanced': 'frontend/pages/AdvancedReportsPage.vue',
}

/**
 * Addresses of the modules that the page asks for once its entry runs: the words of one language and
 * what is opened first. A browser that is told of them fetches them beside the entry instead of after it.
 */
export function pageModules(path: string, signedIn: boolean, language: string): string[] {
  const manifest = builtManifest()
  if (!manifest) return []
  const opened = signedIn ? [SHELL, pages[path] ?? ''] : [SIGN_IN]
  const wanted = new Set<string>()
  for (const name of [`frontend/locales/${language}.json`, ...opened]) add(manifest, name, wanted)
  const there = new Set<string>()
  add(manifest, ENTRY, there)
  return [...wanted.difference(there)].map((name) => `/assets/${manifest[name].file}`)
}

function add(manifest: Manifest, name: string, to: Set<string>) {
  if (to.has(name) || !manifest[name]) return
  to.add(name)
  for (const imported of manifest[name].imports ?? []) add(manifest, imported, to)
}

/** Which build the page is of: another one after every build, and the same on every server that has it. */
export function pageBuild(): string {
  builtManifest()
  return kept?.build ?? 'none'
}

let kept: { manifest: Manifest; builtAt: number; build: string } | undefined

/** Read again where another build was put in its place; undefined where there is none. */
function builtManifest(): Manifest | undefined {
  const path = app.makePath('public/assets/.vite/manifest.json')
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return undefined
  if (kept?.builtAt !== found.mtimeMs) {
    const text = readFileSync(path, 'utf8')
    const build = createHash('sha256').update(text).digest('base64url').slice(0, 12)
    kept = { manifest: JSON.parse(text) as Manifest, builtAt: found.mtimeMs, build }
  }
  return kept.manifest
}
