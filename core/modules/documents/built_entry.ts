import { readFileSync, statSync } from 'node:fs'
import app from '@adonisjs/core/services/app'

interface Built {
  file: string
  css?: string[]
}

/** Addresses of a document's program and sheets. */
export interface BuiltEntry {
  script: string
  sheets: readonly string[]
}

let kept: { manifest: Record<string, Built>; builtAt: number } | undefined

/** What Vite has built of a module's entry; undefined where it was not built. */
export function builtEntry(module: string, entry: string): BuiltEntry | undefined {
  const path = app.makePath('public/assets/documents/.vite/manifest.json')
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return undefined
  if (kept?.builtAt !== found.mtimeMs) {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Built>
    kept = { manifest, builtAt: found.mtimeMs }
  }
  const built = kept.manifest[`plugins/modules/${module}/frontend/${entry}/main.ts`]
  if (!built) return undefined
  const at = (file: string) => `/assets/${file}`
  return { script: at(built.file), sheets: (built.css ?? []).map(at) }
}
