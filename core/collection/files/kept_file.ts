import { constants, open, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type CollectedFile from '#core/collection/models/collected_file'
import { storageFolder } from '#config/storage'

const CHUNK = 1 << 20

/** Where the copy of a file lies, relative to the storage, so that the storage can be moved. */
export const keptPathOf = (customerId: number, pointId: number, fileId: number) =>
  join('collected', String(customerId), String(pointId), String(fileId))

/** The absolute path of a kept file. Its folder is there. */
export const keptPath = (file: Pick<CollectedFile, 'keptPath'>) =>
  join(storageFolder(dirname(file.keptPath)), basename(file.keptPath))

/**
 * Appends what is new of a growing file to its kept copy, at `position`: the bytes of `source` from
 * `from` up to `to`. What the copy holds after `position` is not trusted (a crash may have torn it) and
 * is written anew. Durable when it resolves; answers the size of the copy, which is less where the
 * source shrank meanwhile.
 */
export async function keepBytes(
  source: FileHandle,
  path: string,
  position: number,
  { from, to }: { from: number; to: number }
): Promise<number> {
  const kept = await open(path, constants.O_CREAT | constants.O_RDWR)
  try {
    await kept.truncate(position)
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, to - from))
    let at = from
    while (at < to) {
      const { bytesRead } = await source.read(buffer, 0, Math.min(CHUNK, to - at), at)
      if (bytesRead === 0) break
      await kept.write(buffer, 0, bytesRead, position + at - from)
      at += bytesRead
    }
    await kept.sync()
    return position + at - from
  } finally {
    await kept.close()
  }
}

/** Whether the copy of a file is still there. */
export const isKept = async (file: Pick<CollectedFile, 'keptPath'>): Promise<boolean> =>
  (await stat(keptPath(file)).catch(() => null)) !== null

/** Removes a kept copy. Not an error where there is none. */
export const dropKept = (file: Pick<CollectedFile, 'keptPath'>) =>
  rm(keptPath(file), { force: true })
