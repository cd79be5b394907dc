import { open, type FileHandle } from 'node:fs/promises'
import { keptPath } from '#core/collection/files/kept_file'
import { headFingerprint } from '#core/collection/files/fingerprint'
import { sameBytes } from '#core/collection/files/same_bytes'
import CollectedFile from '#core/collection/models/collected_file'

/** What a file is to a collection point: the file it is already known as, if any, and what to know it by. */
export interface FileIdentity {
  fingerprint: string
  known: CollectedFile | null
}

/**
 * Finds out whether a file is one that was collected before, whatever it is called now: its first
 * line is that file's, and what was read of that file is unchanged. It may have grown since; an older
 * copy, which ends before, is that file too. A replaced file is another one. Answers undefined for an
 * empty file.
 */
export async function identifyFile(
  pointId: number,
  file: FileHandle
): Promise<FileIdentity | undefined> {
  const fingerprint = await headFingerprint(file)
  if (!fingerprint) return undefined
  const candidates = await CollectedFile.query()
    .where({ pointId, fingerprint })
    .orderBy('position', 'desc')
    .orderBy('id', 'desc')
  const { size, dev, ino } = await file.stat()
  for (const candidate of candidates) {
    if (await isBeginningOf(candidate, file, size, `${dev}:${ino}`)) {
      return { fingerprint, known: candidate }
    }
  }
  return { fingerprint, known: null }
}

/** Up to where a file on disk was seen to equal its kept copy, so that a log that grows each second is not compared from its beginning each time. */
const compared = new Map<number, { inode: string; to: number }>()
const TAIL = 65_536

async function isBeginningOf(known: CollectedFile, file: FileHandle, size: number, inode: string) {
  const to = Math.min(size, known.position)
  if (to === 0) return true
  const before = compared.get(known.id)
  // The same file on disk, only longer: its end is enough to see that it was not written anew in place.
  const from = before?.inode === inode && before.to <= to ? Math.max(0, before.to - TAIL) : 0
  const same = await equalsKept(known, file, from, to)
  if (same) compared.set(known.id, { inode, to })
  else compared.delete(known.id)
  return same
}

async function equalsKept(known: CollectedFile, file: FileHandle, from: number, to: number) {
  const kept = await open(keptPath(known)).catch(() => null)
  if (!kept) return false
  try {
    return await sameBytes({ file, from }, { file: kept, from }, to - from)
  } finally {
    await kept.close()
  }
}
