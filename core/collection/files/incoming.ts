import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import env from '#start/env'
import { storageFolder } from '#config/storage'

/** Where bodies lie while they are received: nothing here has been acknowledged. */
export const incomingFolder = () => storageFolder('collected', 'incoming')

/** Longer than a body is received: another process on this storage may be at it. */
const ABANDONED_MS = 3_600_000

/** Clears away what was being received when a process ended. */
export async function clearIncoming(): Promise<void> {
  const folder = incomingFolder()
  // With embedded facts no other process receives anything.
  const before = env.get('FACTS_URL') ? Date.now() - ABANDONED_MS : Infinity
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}
