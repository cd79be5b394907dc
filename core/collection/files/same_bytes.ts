import type { FileHandle } from 'node:fs/promises'

const CHUNK = 1 << 20

interface Place {
  file: FileHandle
  from: number
}

/** Whether two files hold the same `length` bytes, each from its place on. Ends at the first difference; memory is constant. */
export async function sameBytes(one: Place, other: Place, length: number): Promise<boolean> {
  const size = Math.min(CHUNK, length)
  const [left, right] = [Buffer.allocUnsafe(size), Buffer.allocUnsafe(size)]
  for (let at = 0; at < length; at += CHUNK) {
    const part = Math.min(CHUNK, length - at)
    const [a, b] = await Promise.all([
      one.file.read(left, 0, part, one.from + at),
      other.file.read(right, 0, part, other.from + at),
    ])
    if (a.bytesRead !== part || b.bytesRead !== part) return false
    if (left.compare(right, 0, part, 0, part) !== 0) return false
  }
  return true
}
