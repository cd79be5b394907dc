import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storageFolder } from '#config/storage'

/** The system takes no longer path for a socket. */
const LONGEST = 100

/** Where a running server listens for commands on this storage: in it, or in the temporary folder where that path is too long. */
export function socketPath(): string {
  const storage = storageFolder()
  const path = join(storage, 'telestat.sock')
  if (Buffer.byteLength(path) <= LONGEST) return path
  const hash = createHash('sha256').update(storage).digest('hex').slice(0, 16)
  return join(tmpdir(), `telestat-${hash}.sock`)
}
