import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { incomingFolder } from '#core/collection/files/incoming'

/**
 * Does `work` with a file, unpacked first where its name ends in `.gz`: a rotated log that was packed is
 * the same file as before.
 */
export async function unpacked<T>(
  file: { path: string; name: string },
  work: (file: { path: string; name: string }) => Promise<T>
): Promise<T> {
  if (!file.name.endsWith('.gz')) return work(file)
  const path = join(incomingFolder(), randomUUID())
  try {
    await pipeline(createReadStream(file.path), createGunzip(), createWriteStream(path))
    return await work({ path, name: file.name.slice(0, -'.gz'.length) })
  } finally {
    await rm(path, { force: true })
  }
}
