import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const HEAD = 1024
const NEWLINE = 0x0a

/**
 * What a log is known by, whatever it is called and however it grows: the hash of its first line, of
 * the first kilobyte where the line is longer. Answers undefined for an empty file.
 */
export async function headFingerprint(file: FileHandle): Promise<string | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
  if (bytesRead === 0) return undefined
  const head = buffer.subarray(0, bytesRead)
  const end = head.indexOf(NEWLINE)
  return `head:${sha256(end === -1 ? head : head.subarray(0, end + 1))}`
}

/** What a body of its own is known by: the hash of the whole, so that a repeated push is recognised. */
export const bodyFingerprint = (digest: string) => `body:${digest}`

/** SHA-256 of bytes or text, in 43 characters. */
export const sha256 = (bytes: Buffer | string) =>
  createHash('sha256').update(bytes).digest('base64url')
