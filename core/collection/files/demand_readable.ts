import { open } from 'node:fs/promises'
import { noSuchFile } from '#core/collection/errors'

/** @throws E_NO_SUCH_FILE where there is no file at the path, or it may not be read. */
export async function demandReadable(path: string): Promise<void> {
  const handle = await open(path).catch((error: Error) => {
    throw noSuchFile(path, error.message)
  })
  const stat = await handle.stat().finally(() => handle.close())
  if (!stat.isFile()) throw noSuchFile(path, 'it is not a file')
}
