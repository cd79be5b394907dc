import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import app from '@adonisjs/core/services/app'
import type { TestContext } from '@japa/runner/core'

/**
 * A folder that goes away with the test. It lies in the repository, not in the system's temporary
 * folder: only there can a plugin import the contracts by their alias.
 */
export async function pluginFolder(
  cleanup: TestContext['cleanup'],
  files: Readonly<Record<string, string>> = {}
): Promise<string> {
  const parent = app.makePath('storage', 'tests')
  await mkdir(parent, { recursive: true })
  const folder = await mkdtemp(join(parent, 'plugins-'))
  cleanup(() => rm(folder, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
  return folder
}
