import { existsSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ApplicationService } from '@adonisjs/core/types'

/** What a new plugin is called and where its folder is made. */
export interface NewPlugin {
  kind: 'source' | 'module'
  /** Lower case, digits and _; stable for ever. */
  key: string
  /** As people read it. */
  label: string
  /** Absolute path of the folder. */
  folder: string
}

/**
 * Makes the folder of a plugin that works as it is: a source reads a small call log of its own, a module
 * keeps notes on measurement objects.
 *
 * @returns the paths made, relative to the folder.
 * @throws a sentence where the key is not one, or the folder is there already.
 */
export async function makePlugin(app: ApplicationService, plugin: NewPlugin): Promise<string[]> {
  if (!/^[a-z][a-z0-9_]*$/.test(plugin.key)) {
    throw new Error(
      `"${plugin.key}" must be lower case letters, digits and _, such as my_platform.`
    )
  }
  if (/["\\\n]/.test(plugin.label)) throw new Error('The label is one line, without " and \\.')
  if (existsSync(plugin.folder)) throw new Error(`${plugin.folder} is there already.`)
  const stubs = await app.stubs.create()
  const root = app.makePath('core/plugins/stubs')
  const made: string[] = []
  for (const path of await stubPaths(join(root, plugin.kind))) {
    const stub = await stubs.build(join(plugin.kind, path), { source: root })
    const at = (name: string) => join(plugin.folder, name)
    const { destination, contents } = await stub.prepare({
      at,
      ...plugin,
      ...quoted(plugin.label),
      ...casedKey(plugin.key),
    })
    await mkdir(dirname(destination), { recursive: true })
    // The templates lose the end of their last line, which log files live by.
    await writeFile(destination, `${contents.trim()}\n`)
    made.push(path.replace(/\.stub$/, ''))
  }
  return made
}

/** The label as it is written in code and in JSON. */
const quoted = (label: string) => ({
  labelCode: label.includes("'") ? `"${label}"` : `'${label}'`,
  labelJson: `"${label}"`,
})

/** Of tables, a short beginning without underscores; of errors, capitals. */
const casedKey = (key: string) => ({
  prefix: `${key.replaceAll('_', '').slice(0, 12)}_`,
  errorKey: key.toUpperCase(),
})

async function stubPaths(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true })
  return entries.filter((name) => name.endsWith('.stub')).sort()
}
