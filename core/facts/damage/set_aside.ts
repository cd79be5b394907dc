import { existsSync } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { storageFolder } from '#config/storage'
import type { DamagedPart } from '#core/facts/damage/find_damage'
import { factStore } from '#core/facts/store'

/** Takes a damaged part out of its table, so that the rest can be read and written. It is kept beside it. */
export async function setAside({ table, part }: DamagedPart): Promise<void> {
  const store = await factStore()
  await store.command(`ALTER TABLE ${table} DETACH PART '${part.replaceAll(/\W/g, '')}'`)
}

/**
 * Moves what was set aside out of the facts into `set_aside` of the storage, once what lay in it has been
 * collected again: the engine misses it no more. Answers where it is kept now; null where nothing of it
 * was left. A server's own disk is not ours to move things on.
 */
export async function keepAside(part: DamagedPart): Promise<string | null> {
  const { path } = part
  if (path === null || !existsSync(path)) return null
  if (!path.startsWith(storageFolder('facts'))) return path
  const folder = storageFolder('set_aside', part.table)
  const kept = join(folder, `${basename(path)}.${Date.now()}`)
  await mkdir(folder, { recursive: true })
  await rename(path, kept)
  return kept
}
