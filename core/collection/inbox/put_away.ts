import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import env from '#start/env'
import { storageFolder } from '#config/storage'
import { partsOf, stateOf } from '#core/collection/inbox/taken_files'

/** What becomes of files of the inbox that have been collected. */
export type TakenSetting = 'keep' | 'move' | 'remove'

export const takenSetting = (): TakenSetting => env.get('INBOX_TAKEN') ?? 'keep'

/** A file that has not been written to for so long is whole. */
const WHOLE_AFTER_MS = 10 * 60_000

/** Whether a collected file of that state will hardly grow any more. An empty one is yet to be written. */
export function isWhole(state: string, now: number): boolean {
  const { size, writtenAt } = partsOf(state)
  return size > 0 && writtenAt < now - WHOLE_AFTER_MS
}

/**
 * Moves a collected file out of the inbox, or removes it. One that was written to meanwhile stays, and is
 * collected on. Answers whether it is gone from the inbox.
 */
export async function putAway(path: string, state: string, how: TakenSetting): Promise<boolean> {
  // Under a name that is not collected, so that nobody opens it by its own between looking and removing.
  const aside = join(dirname(path), `.${randomUUID()}`)
  await rename(path, aside)
  if ((await stateOf(aside)) !== state) {
    await rename(aside, path)
    return false
  }
  if (how === 'move') await moveTo(await freePath(takenPath(path)), aside)
  else await rm(aside)
  return true
}

/** The same place under `inbox-taken`. */
const takenPath = (path: string) =>
  join(storageFolder('inbox-taken'), relative(storageFolder('inbox'), path))

/** A path of that name where nothing lies yet. */
async function freePath(path: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? path : `${path}.${count}`
    if ((await stateOf(free)) === undefined) return free
  }
}

async function moveTo(target: string, path: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  try {
    await rename(path, target)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EXDEV') throw error
    await copyFile(path, target)
    await rm(path)
  }
}
